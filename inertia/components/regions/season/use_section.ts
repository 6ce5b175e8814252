import { computed, ref, type Ref } from 'vue'
import { ask } from '~/composables/server_request'
import { t } from '~/composables/use_text'

interface Options<T> {
  url: () => string
  /** What the server has now, as the form shows it. */
  read: () => T
  version: () => number
  /** What is sent beside the version. */
  body?: (draft: T) => object
  refresh: () => Promise<boolean>
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Somebody may save while this is on its way, and again while it is tried again. */
const TRIES = 3

/**
 * One part of the season that is saved by itself. Where somebody saved meanwhile and left this part
 * alone, it is saved all the same; where he changed it too, `moved` is set and nothing is overwritten
 * until the person at the form has compared.
 */
export function useSection<T extends object>({ url, read, version, body, refresh }: Options<T>) {
  const toast = useToast()
  const draft = ref(copy(read())) as Ref<T>
  const editing = ref(false)
  const saving = ref(false)
  const moved = ref(false)
  const errors = ref<Record<string, string>>({})
  let base = copy(read())
  let seen = version()

  function begin() {
    draft.value = copy(read())
    base = copy(read())
    seen = version()
    errors.value = {}
    moved.value = false
    editing.value = true
  }

  async function save(): Promise<boolean> {
    if (saving.value) return false
    saving.value = true
    try {
      return await attempt(TRIES)
    } catch {
      tell(t('failures.offline'))
      return false
    } finally {
      saving.value = false
    }
  }

  async function attempt(left: number): Promise<boolean> {
    const sent = body ? body(draft.value) : draft.value
    const answer = await ask<{ version: number }>('PUT', url(), { version: seen, ...sent })
    errors.value = answer.errors
    if (answer.body) {
      await refresh()
      editing.value = false
      toast.add({ title: t('season.saved'), color: 'success', icon: 'i-lucide-circle-check' })
      return true
    }
    if (answer.refusal?.code === 'SEASON_MOVED_ON') {
      await refresh()
      seen = version()
      if (same(read(), base) && left > 1) return attempt(left - 1)
      base = copy(read())
      moved.value = true
    } else if (answer.status !== 422) {
      tell(answer.refusal?.message ?? t('failures.status', { status: String(answer.status) }))
    }
    return false
  }

  function tell(description: string) {
    toast.add({
      title: t('season.failed'),
      description,
      color: 'error',
      icon: 'i-lucide-circle-alert',
    })
  }

  function takeTheirs() {
    begin()
    editing.value = false
  }
  function keepMine() {
    moved.value = false
    return save()
  }
  const cancel = () => (editing.value = false)

  return {
    ...{ draft, editing, saving, moved, errors },
    ...{ begin, save, cancel, takeTheirs, keepMine },
    theirs: computed(read),
  }
}
