/** When the in-process worker last went round, ms; null where no worker runs in this process. */
export const heartbeat: { lastBeat: number | null } = { lastBeat: null }
