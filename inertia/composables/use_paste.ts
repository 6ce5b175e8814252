import { onBeforeUnmount, onMounted } from 'vue'

/** Who takes pasted pictures, by the id of the item. */
const takers = new Map<string, (files: File[]) => void>()

/** An item whose tiles are on the page takes what is pasted for it. @returns what ends that */
export function takesPasted(itemId: string, take: (files: File[]) => void): () => void {
  takers.set(itemId, take)
  return () => {
    if (takers.get(itemId) === take) takers.delete(itemId)
  }
}

/**
 * Pictures from the clipboard go to the card (`data-item`) that was touched last or holds the focus.
 * A file that is dropped beside all cards must not replace the page.
 *
 * @param homeless told when something was pasted and no card is meant
 */
export function usePaste(homeless: () => void) {
  let last: string | null = null

  function touched({ target }: Event) {
    last = (target as Element).closest?.<HTMLElement>('[data-item]')?.dataset.item ?? last
  }

  function pasted(event: ClipboardEvent) {
    const { activeElement } = document
    if (activeElement?.matches('input:not([type=file]), textarea, [contenteditable]')) return
    if (document.querySelector('[role=dialog]')) return
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) =>
      type.startsWith('image/')
    )
    if (files.length === 0) return
    event.preventDefault()
    const take = last === null ? undefined : takers.get(last)
    if (take) take(files)
    else homeless()
  }

  function beside(event: DragEvent) {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }

  const EVENTS = [
    ['pointerdown', touched],
    ['focusin', touched],
    ['paste', pasted],
    ['dragover', beside],
    ['drop', beside],
  ] as [string, EventListener][]
  onMounted(() => EVENTS.forEach(([name, listen]) => document.addEventListener(name, listen)))
  onBeforeUnmount(() =>
    EVENTS.forEach(([name, listen]) => document.removeEventListener(name, listen))
  )
}
