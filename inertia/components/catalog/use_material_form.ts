import { router } from '@inertiajs/vue3'
import { computed, nextTick, reactive, ref } from 'vue'
import { reasonWords } from '~/components/administration/reason_words'
import { t } from '~/composables/use_text'
import type { FieldProblem, MaterialFields, MaterialPageProps, Operation } from '~/types/catalog'
import { save, type MovedOn } from './catalog_request'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** One material while it is edited: its fields, what differs from the national ones, and the saving. */
export function useMaterialForm(page: MaterialPageProps) {
  const fields = reactive<MaterialFields>(copy(page.fields))
  const operations = ref<Operation[]>([...page.operations])
  const code = ref(page.prefix)
  const version = ref(page.version)
  const problems = ref<FieldProblem[]>([])
  const moved = ref<MovedOn | null>(null)
  const failure = ref<string | null>(null)
  const busy = ref(false)

  const isNew = page.code === null
  const changed = (key: string) => page.plain !== null && !same(fields[key], page.plain[key])
  const reset = (key: string) => {
    fields[key] = copy(page.plain![key] ?? null)
  }

  /** What is wrong with a field, in the page's language. */
  function errorOf(key: string): string | undefined {
    const found = problems.value.filter(({ field }) => field === key)
    return found.length > 0
      ? found.map(({ reason }) => reasonWords(reason).text).join(' ')
      : undefined
  }
  const otherProblems = computed(() =>
    problems.value.filter(({ field }) => field === '').map(({ reason }) => reasonWords(reason).text)
  )

  function payload() {
    if (page.kind === 'base') {
      return isNew ? { code: code.value, fields } : { revision: page.revision, fields }
    }
    const common = { version: version.value, fields }
    return isNew ? { ...common, code: code.value } : { ...common, operations: operations.value }
  }

  async function submit() {
    if (busy.value) return
    busy.value = true
    failure.value = null
    const answer = await save(isNew ? 'POST' : 'PUT', page.addresses.save, payload())
    busy.value = false
    problems.value = answer.kind === 'problems' ? answer.problems : []
    moved.value = answer.kind === 'moved' ? answer.moved : null
    if (answer.kind === 'done') return router.visit(page.addresses.list)
    if (answer.kind === 'offline') failure.value = t('catalog.form.offline')
    if (answer.kind === 'failed') failure.value = answer.message ?? t('catalog.form.failed')
    await nextTick()
    focusFirst()
  }

  function focusFirst() {
    const field = problems.value[0]?.field
    const at = field ? document.getElementById(`field-${field}`) : document.getElementById('told')
    at?.scrollIntoView({ block: 'center' })
    const input = at?.querySelector<HTMLElement>('input, textarea, select')
    ;(input ?? at)?.focus({ preventScroll: true })
  }

  /** Saves over what somebody else has saved, once it was seen. */
  function keepMine() {
    if (moved.value?.version) version.value = moved.value.version
    moved.value = null
    return submit()
  }

  return {
    ...{ fields, operations, code, problems, otherProblems, moved, failure, busy, isNew },
    ...{ changed, reset, errorOf, submit, keepMine },
  }
}

export type MaterialForm = ReturnType<typeof useMaterialForm>
