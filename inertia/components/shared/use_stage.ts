import { computed, onBeforeUnmount, onMounted, reactive, ref, type Ref } from 'vue'

const LARGEST = 6
const STEP = 1.25

interface Point {
  x: number
  y: number
}

/**
 * Zoom, drag and turning of one picture on a stage. Scale 1 shows one picture pixel as one CSS pixel;
 * the offset moves the picture's centre from the stage's centre, in CSS pixels.
 */
export function useStage(stage: Ref<HTMLElement | null>) {
  const view = reactive({ scale: 1, x: 0, y: 0, turns: 0 })
  const natural = reactive({ width: 0, height: 0 })
  const box = reactive({ width: 0, height: 0 })
  const fitted = ref(true)
  const pointers = new Map<number, Point>()
  let observer: ResizeObserver | undefined

  const turned = computed(() =>
    view.turns % 2 === 0
      ? { width: natural.width, height: natural.height }
      : { width: natural.height, height: natural.width }
  )
  const fitScale = computed(() => {
    if (!turned.value.width || !box.width) return 1
    return Math.min(box.width / turned.value.width, box.height / turned.value.height, 2)
  })

  function fit() {
    fitted.value = true
    Object.assign(view, { scale: fitScale.value, x: 0, y: 0 })
  }

  function actual() {
    fitted.value = false
    Object.assign(view, { scale: 1, x: 0, y: 0 })
  }

  /** Zooms so that the point under the pointer stays where it is. */
  function zoom(factor: number, at: Point = { x: 0, y: 0 }) {
    const least = Math.min(fitScale.value, 1) / 2
    const scale = Math.min(LARGEST, Math.max(least, view.scale * factor))
    const ratio = scale / view.scale
    fitted.value = false
    move(at.x - (at.x - view.x) * ratio - view.x, at.y - (at.y - view.y) * ratio - view.y, scale)
  }

  function move(dx: number, dy: number, scale = view.scale) {
    view.scale = scale
    // The picture never leaves the stage wholly.
    const roomX = (turned.value.width * scale) / 2 + box.width / 4
    const roomY = (turned.value.height * scale) / 2 + box.height / 4
    view.x = Math.min(roomX, Math.max(-roomX, view.x + dx))
    view.y = Math.min(roomY, Math.max(-roomY, view.y + dy))
  }

  function rotate() {
    view.turns = (view.turns + 1) % 4
    fit()
  }

  function loaded(width: number, height: number) {
    Object.assign(natural, { width, height })
    view.turns = 0
    fit()
  }

  function fromCentre(event: { clientX: number; clientY: number }): Point {
    const rect = stage.value!.getBoundingClientRect()
    return {
      x: event.clientX - rect.left - rect.width / 2,
      y: event.clientY - rect.top - rect.height / 2,
    }
  }

  function wheel(event: WheelEvent) {
    event.preventDefault()
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, fromCentre(event))
  }

  function down(event: PointerEvent) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    stage.value!.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, fromCentre(event))
  }

  function drag(event: PointerEvent) {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = fromCentre(event)
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    pointers.set(event.pointerId, now)
    if (!other) {
      move(now.x - before.x, now.y - before.y)
      return
    }
    const spread = (a: Point) => Math.hypot(a.x - other.x, a.y - other.y)
    if (spread(before) > 0) {
      zoom(spread(now) / spread(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    }
  }

  function up(event: PointerEvent) {
    pointers.delete(event.pointerId)
  }

  onMounted(() => {
    observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      Object.assign(box, { width, height })
      if (fitted.value) fit()
    })
    observer.observe(stage.value!)
    stage.value!.addEventListener('wheel', wheel, { passive: false })
  })
  onBeforeUnmount(() => observer?.disconnect())

  return {
    view,
    natural,
    loaded,
    fit,
    actual,
    rotate,
    move,
    down,
    drag,
    up,
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
  }
}
