import { crc32, deflateSync } from 'node:zlib'

/** What PNGs are made of, to put together files that no encoder writes. */
export const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A chunk with its length and its right checksum. */
export function chunk(type: string, data: Buffer | string | number[] = ''): Buffer {
  const content = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

export interface HeaderFields {
  bits?: number
  colour?: number
  compression?: number
  filter?: number
  interlace?: number
}

/** IHDR's data: 8-bit RGB unless told otherwise. */
export function header(width: number, height: number, fields: HeaderFields = {}): Buffer {
  const { bits = 8, colour = 2, compression = 0, filter = 0, interlace = 0 } = fields
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([bits, colour, compression, filter, interlace], 8)
  return data
}

export const png = (...chunks: Buffer[]) => Buffer.concat([SIGNATURE, ...chunks])
export const END = chunk('IEND')

/** A PNG in its chunks, each whole, without the signature. */
export function chunksOf(file: Buffer): { type: string; bytes: Buffer; data: Buffer }[] {
  const chunks = []
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    const bytes = file.subarray(at, at + 12 + length)
    chunks.push({ type: bytes.toString('latin1', 4, 8), bytes, data: bytes.subarray(8, -4) })
    at += bytes.length
  }
  return chunks
}

/** The same PNG with more chunks behind its header. */
export function withChunks(file: Buffer, ...more: Buffer[]): Buffer {
  const [first, ...rest] = chunksOf(file).map(({ bytes }) => bytes)
  return png(first, ...more, ...rest)
}

/** All chunks but the data's, around other data. */
export function withData(file: Buffer, data: Buffer): Buffer {
  const chunks = chunksOf(file)
  const before = chunks.slice(
    0,
    chunks.findIndex(({ type }) => type === 'IDAT')
  )
  return png(...before.map(({ bytes }) => bytes), chunk('IDAT', data), END)
}

/** One colour in so many pixels: little data, much memory. */
export function flat(width: number, height: number, fields: HeaderFields = {}): Buffer {
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[fields.colour ?? 2]!
  const row = 1 + Math.ceil((width * samples * (fields.bits ?? 8)) / 8)
  const data = deflateSync(Buffer.alloc(Math.min(row * height, 120_000_000)), { level: 9 })
  return png(chunk('IHDR', header(width, height, fields)), chunk('IDAT', data), END)
}
