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
  const [least, most] = [minKb * 1024, maxKb * 1024]
  const fits = ({ length }: Buffer) => length >= least && length <= most
  const usual = await freshPicture(documentFor(material))
  const buffer = fits(usual) ? usual : await encodedAnew(material, fits)
  return { name: `${material.replaceAll(/\s/g, '-')}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** As sharp as the limits allow: encoders make leaps, so many ways are tried. */
async function encodedAnew(material: string, fits: (bytes: Buffer) => boolean): Promise<Buffer> {
  const original = await freshPicture(documentFor(material), 95)
  for (const width of [1600, 1400, 1200, 1000, 900, 800, 700]) {
    for (const quality of [85, 75, 65, 60, 55, 50, 45, 35, 30]) {
      const bytes = await sharp(original).resize({ width }).jpeg({ quality }).toBuffer()
      if (fits(bytes)) return bytes
    }
  }
  throw new Error(`no picture of ${material} fits`)
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
