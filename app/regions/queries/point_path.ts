import ExamPoint from '#app/regions/models/exam_point'

/** Ids from a (registration) point up to its exam point: a registration point has one parent. */
export async function pointPath(pointId: string): Promise<string[]> {
  const point = await ExamPoint.find(pointId)
  if (!point) return []
  return point.parentId ? [point.id, point.parentId] : [point.id]
}
