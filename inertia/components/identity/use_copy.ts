import { ref } from 'vue'

const SHOWN_MS = 3000

/** Copies a text and says so for a moment; on plain http a browser has no clipboard: nothing then. */
export function useCopy() {
  const copied = ref(false)
  const canCopy = 'clipboard' in navigator

  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    copied.value = true
    setTimeout(() => (copied.value = false), SHOWN_MS)
  }

  return { canCopy, copied, copy }
}
