import { deflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { walkJpeg } from '#app/dossiers/images/jpeg'
import { walkPng } from '#app/dossiers/images/png'
import { EOI, multiPictureIndex, segment, withSegments } from '#tests/support/jpeg_parts'
import { picture } from '#tests/support/pictures'
import { chunk, END, png } from '#tests/support/png_parts'

const ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
const HEADER = Buffer.from('00000002000000020802000000', 'hex')
const DATA = deflateSync(Buffer.alloc(14))
const whole = [chunk('IHDR', HEADER), chunk('IDAT', DATA), END]

test.group('Structure | JPEG', (group) => {
  let jpeg: Buffer
  let small: Buffer
  group.setup(async () => {
    jpeg = picture('idfront-00')
    small = await sharp(jpeg).resize(64).jpeg().toBuffer()
  })

  test('whole pictures of all kinds pass', async ({ assert }) => {
    const source = sharp(jpeg).resize(400)
    const kinds = [
      jpeg,
      await source.clone().jpeg({ progressive: true }).toBuffer(),
      await source.clone().jpeg({ chromaSubsampling: '4:4:4', optimizeCoding: true }).toBuffer(),
      await source.clone().grayscale().jpeg().toBuffer(),
      await source.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      withSegments(small, segment(0xe1, Buffer.alloc(60_000, 7))),
      withSegments(small, segment(0xfe, 'taken with a camera')),
      Buffer.concat([small, Buffer.alloc(16)]),
    ]
    for (const kind of kinds) assert.isNull(walkJpeg(kind).fault)
  })

  test('pictures that an MPF index announces may follow, others may not', ({ assert }) => {
    const two = Buffer.concat([withSegments(small, multiPictureIndex(2)), small])
    assert.isNull(walkJpeg(two).fault)
    assert.equal(walkJpeg(Buffer.concat([two, small])).fault, 'trailing_data')
    assert.equal(walkJpeg(Buffer.concat([small, small])).fault, 'trailing_data')
    const cut = Buffer.concat([withSegments(small, multiPictureIndex(2)), small.subarray(0, -20)])
    assert.equal(walkJpeg(cut).fault, 'trailing_data')
  })

  test('every cut is found', ({ assert }) => {
    for (let length = 2; length < small.length; length += 7) {
      assert.isNotNull(
        walkJpeg(small.subarray(0, length)).fault,
        `${length} of ${small.length} bytes`
      )
    }
  })

  test('an end marker glued to a cut picture’s header does not make it whole', ({ assert }) => {
    const header = small.subarray(0, small.indexOf(Buffer.from([0xff, 0xda])))
    assert.equal(walkJpeg(Buffer.concat([header, EOI])).fault, 'truncated')
  })

  test('a zip, a page or a script has no place in it', ({ assert }) => {
    const faults = [
      [Buffer.concat([small, ZIP]), 'trailing_data'],
      [Buffer.concat([small, Buffer.from('<html><script>1</script>')]), 'trailing_data'],
      [withSegments(small, segment(0xfe, '<?php system($_GET[0]); ?>')), 'script_in_text'],
      [withSegments(small, segment(0xed, '<SCRIPT src=//x>')), 'script_in_text'],
      [withSegments(small, segment(0xe2, Buffer.from('MPF\0'))), null],
    ] as const
    for (const [file, fault] of faults) assert.equal(walkJpeg(file).fault, fault)
  })

  test('a bomb of scans and colours of print are refused', async ({ assert }) => {
    const scan = small.indexOf(Buffer.from([0xff, 0xda]))
    const body = small.subarray(scan, -2)
    const scans = Array.from({ length: 65 }, () => body)
    const bomb = Buffer.concat([small.subarray(0, scan), ...scans, EOI])
    assert.equal(walkJpeg(bomb).fault, 'too_many_scans')
    const cmyk = await sharp(small).toColourspace('cmyk').jpeg().toBuffer()
    assert.equal(walkJpeg(cmyk).fault, 'unsupported_colour')
  })

  test('a broken length is refused', ({ assert }) => {
    assert.equal(walkJpeg(withSegments(small, Buffer.from([0xff, 0xfe, 0, 1]))).fault, 'bad_marker')
    assert.equal(
      walkJpeg(withSegments(small, Buffer.from([0xff, 0xfe, 0xff, 0xff]))).fault,
      'truncated'
    )
    assert.equal(walkJpeg(withSegments(small, Buffer.from([0x00]))).fault, 'bad_marker')
  })
})

test.group('Structure | PNG', () => {
  test('whole pictures pass, with what cameras and editors add', async ({ assert }) => {
    const scan = await sharp(picture('idfront-00')).resize(300).png().toBuffer()
    assert.isNull(walkPng(scan).fault)
    const extras = [
      chunk('tEXt', 'Title\0card'),
      chunk('pHYs', Buffer.alloc(9)),
      chunk('oFFs', Buffer.alloc(9)),
      chunk('prVt', 'x'),
    ]
    assert.isNull(walkPng(png(whole[0], ...extras, whole[1], chunk('IDAT'), whole[2])).fault)
  })

  test('each fault of the chunks is named', ({ assert }) => {
    const [header, data, end] = whole
    const badCrc = Buffer.from(data)
    badCrc[badCrc.length - 1] ^= 1
    const deep = Buffer.from(HEADER)
    deep[8] = 16
    const faults: [Buffer, string][] = [
      [png(header, data), 'truncated'],
      [png(header, data, end).subarray(0, -3), 'truncated'],
      [Buffer.concat([png(...whole), ZIP]), 'trailing_data'],
      [png(header, chunk('acTL', Buffer.alloc(8)), data, end), 'animated'],
      [png(header, badCrc, end), 'bad_crc'],
      [png(data, end), 'bad_chunk'],
      [png(header, header, data, end), 'bad_chunk'],
      [png(header, end), 'bad_chunk'],
      [png(header, data, chunk('tIME', Buffer.alloc(7)), data, end), 'bad_chunk'],
      [png(header, chunk('ABCD'), data, end), 'bad_chunk'],
      [png(chunk('IHDR', deep), data, end), 'unsupported_colour'],
      [png(header, chunk('tEXt', 'Comment\0<?php 1'), data, end), 'script_in_text'],
    ]
    for (const [file, fault] of faults) assert.equal(walkPng(file).fault, fault)
  })

  test('compressed text is never inflated', ({ assert }) => {
    const megabytes = deflateSync(Buffer.alloc(20_000_000))
    const file = png(
      whole[0],
      chunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), megabytes])),
      whole[1],
      whole[2]
    )
    const before = process.memoryUsage().rss
    assert.isNull(walkPng(file).fault)
    assert.isBelow(process.memoryUsage().rss - before, 10_000_000)
  })
})
