import { onBeforeUnmount, onMounted } from 'vue'

const TYPING =
  'textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio])'

/**
 * Single-key commands for the whole page. They rest while a person types, while a dialog is open,
 * with Ctrl / Alt / Meta, and when a key is held down: a verdict must not fall on the next picture.
 */
export function useKeys(commands: Record<string, () => void>, repeatable: string[] = []) {
  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    if (document.querySelector('[role="dialog"]')) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const command = commands[key]
    if (!command || (event.repeat && !repeatable.includes(key))) return
    event.preventDefault()
    command()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
