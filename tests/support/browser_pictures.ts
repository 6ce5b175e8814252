import sharp from 'sharp'
import { freshPicture, picture } from '#tests/support/pictures'

/** As Playwright takes a chosen file. */
export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Which document a person would photograph for a material, by the words in its name. */
const DOCUMENTS: [RegExp, string][] = [
  [/人像面|portrait/i, 'idfront-00'],
  [/国徽面|emblem/i, 'idback-00'],
  [/身份|护照|通行证|照片|identity|passport|photo/i, 'idfront-01'],
  [/学历|毕业|学位|diploma|degree|graduat/i, 'diploma-02'],
  [/试用|考核|合同|实习|probation|contract|intern/i, 'intern-03'],
  [/表|书|承诺|form/i, 'form-03'],
]

function documentFor(material: string) {
  return DOCUMENTS.find(([words]) => words.test(material))?.[1] ?? 'cert-02'
}

/** A picture no test has used yet, within the printed limits of the material. */
export async function photographOf(
  material: string,
  { minKb = 0, maxKb = 200 } = {}
): Promise<ChosenFile> {
  const fresh = await freshPicture(documentFor(material))
  const buffer = fresh.length <= maxKb * 1024 ? fresh : await shrunk(fresh, maxKb * 1024)
  if (buffer.length < minKb * 1024) throw new Error(`no picture of ${minKb}–${maxKb} KB`)
  return { name: `${material.replaceAll(/\s/g, '-')}.jpg`, mimeType: 'image/jpeg', buffer }
}

async function shrunk(original: Buffer, limit: number): Promise<Buffer> {
  for (const width of [1600, 1200, 900, 700]) {
    for (const quality of [60, 45, 30]) {
      const smaller = await sharp(original).resize({ width }).jpeg({ quality }).toBuffer()
      if (smaller.length <= limit) return smaller
    }
  }
  throw new Error(`the picture does not get under ${limit} bytes`)
}

/** As it comes out of a camera: good, and larger than the national limit. */
export async function tooLarge(): Promise<ChosenFile> {
  const buffer = await sharp(picture('cert-02'))
    .resize({ width: 2400 })
    .jpeg({ quality: 92 })
    .toBuffer()
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer }
}

/** Renamed, which browsers believe. */
export function documentCalledPicture(): ChosenFile {
  const buffer = Buffer.from(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n'
  )
  return { name: '扫描件.jpg', mimeType: 'image/jpeg', buffer }
}
