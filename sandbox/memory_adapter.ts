import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  expiresAt: number
}

const SWEEP_EVERY = 500

/**
 * Sessions, codes and tokens of one sandbox. They may be lost at a restart: the person signs in again.
 * The provider's own memory adapter is one store for the whole process, which two sandboxes would share.
 */
export class MemoryStore {
  #entries = new Map<string, Entry>()
  #writes = 0

  adapter(model: string): Adapter {
    const key = (id: string) => `${model}:${id}`
    const findBy = (field: 'uid' | 'userCode', value: string) => {
      for (const [name, { payload, expiresAt }] of this.#entries) {
        const fits = name.startsWith(`${model}:`) && payload[field] === value
        if (fits && expiresAt > Date.now()) return payload
      }
      return undefined
    }

    return {
      upsert: async (id, payload, expiresIn) => {
        if (++this.#writes % SWEEP_EVERY === 0) this.#sweep()
        this.#entries.set(key(id), {
          payload,
          expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000,
        })
      },
      find: async (id) => {
        const entry = this.#entries.get(key(id))
        return entry && entry.expiresAt > Date.now() ? entry.payload : undefined
      },
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      consume: async (id) => {
        const entry = this.#entries.get(key(id))
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        this.#entries.delete(key(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, { payload }] of this.#entries) {
          if (payload.grantId === grantId) this.#entries.delete(name)
        }
      },
    }
  }

  #sweep() {
    const now = Date.now()
    for (const [name, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(name)
    }
  }
}
