import { router } from '@inertiajs/vue3'
import { computed, onBeforeUnmount, reactive, watch } from 'vue'
import { save, type MovedOn } from '~/components/catalog/catalog_request'
import { reasonWords } from '~/components/administration/reason_words'
import type { Problem } from '~/components/administration/view'
import { t } from '~/composables/use_text'
import type { DraftPageProps, DraftRules } from '~/types/releases'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const text = (value: unknown) => JSON.stringify(value)

/** `returns.deadlineHours` of the workflow's check is `returns.deadline_hours` of the file. */
const inFile = (path: string) => path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * One section of the draft with its form: its value while it is edited, what is wrong with it, and
 * who saved it meanwhile. A form that is being edited keeps the version that it was filled from, so
 * that saving another section does not hide what somebody else did to this one.
 */
export function useRule<S extends keyof DraftRules>(
  section: S,
  props: DraftPageProps,
  base: () => string
) {
  const toast = useToast()
  const state = reactive({
    value: copy(props.rules[section]),
    seen: props.version,
    saving: false,
    problems: [] as Problem[],
    moved: null as MovedOn | null,
    failure: null as string | null,
  })
  let filled = text(props.rules[section])
  const dirty = computed(() => text(state.value) !== filled)

  function fill() {
    filled = text(props.rules[section])
    Object.assign(state, {
      value: copy(props.rules[section]),
      seen: props.version,
      problems: [],
      moved: null,
      failure: null,
    })
  }

  watch(
    () => props.version,
    () => {
      if (!dirty.value) fill()
    }
  )

  async function send(): Promise<boolean> {
    if (state.saving) return false
    Object.assign(state, { saving: true, problems: [], moved: null, failure: null })
    const body = { version: state.seen, value: state.value }
    const answer = await save('PUT', `${base()}/${section}`, body)
    state.saving = false
    if (answer.kind === 'problems') state.problems = answer.problems as unknown as Problem[]
    else if (answer.kind === 'moved') state.moved = answer.moved
    else if (answer.kind !== 'done') {
      const told = answer.kind === 'failed' ? answer.message : null
      state.failure = told ?? t(`releases.form.${answer.kind}`)
    } else {
      filled = text(state.value)
      toast.add({ title: t('releases.form.saved'), color: 'success', icon: 'i-lucide-check' })
      router.reload()
      return true
    }
    return false
  }

  function takeTheirs() {
    filled = ''
    state.value = copy(state.moved!.value) as typeof state.value
    filled = text(state.value)
    state.moved = null
    router.reload({ onSuccess: fill })
  }

  function keepMine() {
    state.seen = state.moved!.version ?? state.seen
    return send()
  }

  /** Problems of the last save, else those that the draft has. */
  const problems = computed(() => {
    const known = props.problems.filter((problem) => problem.section === section)
    return state.problems.length > 0 ? state.problems : known
  })

  /** In words, of a field by its path in the section; `''` is the section itself. */
  function errorAt(path: string): string | undefined {
    const whole = path === '' ? section : `${section}${path.startsWith('[') ? '' : '.'}${path}`
    const found = problems.value.find((one) => inFile(one.path) === whole)
    return found && reasonWords(found.reason).text
  }

  guardLeaving(() => dirty.value)
  return reactive({
    section,
    state,
    dirty,
    problems,
    send,
    undo: fill,
    takeTheirs,
    keepMine,
    errorAt,
  })
}

export type Rule<S extends keyof DraftRules = keyof DraftRules> = ReturnType<typeof useRule<S>>

function guardLeaving(unsaved: () => boolean) {
  const leaving = (event: BeforeUnloadEvent) => {
    if (unsaved()) event.preventDefault()
  }
  window.addEventListener('beforeunload', leaving)
  const stop = router.on('before', (event) => {
    const { method, url } = event.detail.visit
    if (method !== 'get' || url.pathname === window.location.pathname || !unsaved()) return
    if (!window.confirm(t('releases.form.leave'))) event.preventDefault()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', leaving)
    stop()
  })
}
