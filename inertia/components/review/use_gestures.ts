import { ref, type ComputedRef, type Ref } from 'vue'
import type { Spot } from '~/components/shared/turned_spot'
import { clampView, restView, zoomAt, type Size, type View } from './view'

/** A press that moves less than this is a click. */
const STILL_PX = 5

/** Wheel, drag, pinch and arrows on a stage; a plain click is told to `onClick`. */
export function useGestures(
  stage: Ref<HTMLElement | null>,
  view: Ref<View>,
  { size, room, scale }: { size: ComputedRef<Size>; room: Ref<Size>; scale: ComputedRef<number> },
  onClick: (at: Spot) => void
) {
  const pointers = new Map<string, Spot>()
  const travelled = ref(0)

  function fromCentre(event: { clientX: number; clientY: number }): Spot {
    const box = stage.value!.getBoundingClientRect()
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    }
  }

  function zoom(factor: number, at: Spot) {
    view.value = zoomAt(view.value, factor, at, size.value, room.value)
  }

  /** Moves the picture by CSS pixels. */
  function shift(dx: number, dy: number) {
    const turned = view.value.turns % 2 !== 0
    const { width, height } = size.value
    const moved = {
      ...view.value,
      x: view.value.x + dx / ((turned ? height : width) * scale.value),
      y: view.value.y + dy / ((turned ? width : height) * scale.value),
    }
    view.value = clampView(moved, size.value, room.value)
  }

  function spread() {
    const [a, b] = [...pointers.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
  }

  function onWheel(event: WheelEvent) {
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), fromCentre(event))
  }

  function onDown(event: PointerEvent) {
    if (event.button !== 0) return
    stage.value!.setPointerCapture(event.pointerId)
    if (pointers.size === 0) travelled.value = 0
    pointers.set(String(event.pointerId), fromCentre(event))
  }

  function onMove(event: PointerEvent) {
    const id = String(event.pointerId)
    const before = pointers.get(id)
    if (!before) return
    const wide = spread()
    const now = fromCentre(event)
    pointers.set(id, now)
    travelled.value += Math.hypot(now.x - before.x, now.y - before.y)
    if (pointers.size === 1) return shift(now.x - before.x, now.y - before.y)
    const [a, b] = [...pointers.values()]
    if (!a || !b || wide === 0) return
    zoom(spread() / wide, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  }

  function onUp(event: PointerEvent) {
    if (!pointers.delete(String(event.pointerId))) return
    if (event.type === 'pointerup' && pointers.size === 0 && travelled.value < STILL_PX) {
      onClick(fromCentre(event))
    }
  }

  function onDouble(event: MouseEvent) {
    const { zoom: now, turns } = view.value
    if (now > 1.01) view.value = restView(turns)
    else zoom(Math.max(2, 1 / scale.value), fromCentre(event))
  }

  return { shift, onWheel, onDown, onMove, onUp, onDouble }
}
