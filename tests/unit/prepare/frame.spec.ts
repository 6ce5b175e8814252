import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  framedSize,
  isUntouched,
  matrixOf,
  mirror,
  moveEdge,
  turnLeft,
  turnRight,
  UNTOUCHED,
  within,
  type Frame,
} from '../../../inertia/composables/prepare/frame.js'

const SOURCE = { width: 400, height: 300 }

/** Where a point of the source ends up. */
function land(frame: Frame, x: number, y: number) {
  const [a, b, c, d, e, f] = matrixOf(SOURCE, frame, 1)
  return [Math.round(a * x + c * y + e), Math.round(b * x + d * y + f)]
}

const fraction = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)
const frames: fc.Arbitrary<Frame> = fc.record({
  turns: fc.constantFrom(0, 1, 2, 3),
  mirrored: fc.boolean(),
  crop: fc.record({ x: fraction, y: fraction, width: fraction, height: fraction }).map(within),
})
const close = (a: Frame, b: Frame) =>
  a.turns === b.turns &&
  a.mirrored === b.mirrored &&
  (['x', 'y', 'width', 'height'] as const).every((k) => Math.abs(a.crop[k] - b.crop[k]) < 1e-9)

test.group('Turning, mirroring, cropping', () => {
  test('a quarter to the right brings the top left corner to the top right', ({ assert }) => {
    const right = turnRight(UNTOUCHED)
    assert.deepEqual(framedSize(SOURCE, right), { width: 300, height: 400 })
    assert.deepEqual(land(right, 0, 0), [300, 0])
    assert.deepEqual(land(right, 400, 0), [300, 400])
    assert.deepEqual(land(turnLeft(UNTOUCHED), 0, 0), [0, 400])
  })

  test('a mirror swaps left and right of what is seen, also of a turned picture', ({ assert }) => {
    assert.deepEqual(land(mirror(UNTOUCHED), 0, 0), [400, 0])
    // Turned, the corner is at the top right; mirrored then, at the top left.
    assert.deepEqual(land(mirror(turnRight(UNTOUCHED)), 0, 0), [0, 0])
  })

  test('four quarters, two mirrors, and right and left are nothing', ({ assert }) => {
    assert.isTrue(isUntouched(turnRight(turnRight(turnRight(turnRight(UNTOUCHED))))))
    fc.assert(fc.property(frames, (frame) => close(mirror(mirror(frame)), frame)))
    fc.assert(fc.property(frames, (frame) => close(turnLeft(turnRight(frame)), frame)))
  })

  test('a crop keeps the same part of the picture, however it is turned then', ({ assert }) => {
    const cropped: Frame = { ...UNTOUCHED, crop: { x: 0.25, y: 0, width: 0.5, height: 0.5 } }
    for (const step of [turnRight, turnLeft, mirror]) {
      const [x, y] = land(step(cropped), 200, 75)
      const { width, height } = framedSize(SOURCE, step(cropped))
      assert.deepEqual([x, y], [width / 2, height / 2])
    }
  })

  test('an edge stops before the opposite one and at the picture', ({ assert }) => {
    const { crop } = UNTOUCHED
    assert.deepEqual(moveEdge(crop, 'left', 0.3), { x: 0.3, y: 0, width: 0.7, height: 1 })
    assert.isAbove(moveEdge(crop, 'left', 1.4).width, 0.04)
    assert.equal(moveEdge(crop, 'bottom', 7).height, 1)
    assert.isAbove(moveEdge(crop, 'right', -3).width, 0.04)
    assert.deepEqual(within({ x: -1, y: 0.99, width: 3, height: 0 }), {
      x: 0,
      y: 0.95,
      width: 1,
      height: 0.05,
    })
  })
})
