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

/** As a phone stores it: 12 megapixels, lying on its side, and a mark that says how to turn it. */
export async function fromPhone(name = 'cert-02'): Promise<ChosenFile> {
  const buffer = await sharp(await freshPicture(name))
    .resize({ width: 4000 })
    .rotate(270)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name: 'IMG_2042.jpg', mimeType: 'image/jpeg', buffer }
}

/** Out of focus, and small enough to be sent as it is. */
export async function blurred(minKb: number, maxKb: number): Promise<ChosenFile> {
  const soft = await sharp(await freshPicture('form-03'))
    .blur(5)
    .toBuffer()
  for (let quality = 98; quality > 30; quality -= 4) {
    const buffer = await sharp(soft).jpeg({ quality }).toBuffer()
    if (buffer.length > maxKb * 1024) continue
    if (buffer.length < minKb * 1024) break
    return { name: 'IMG_2043.jpg', mimeType: 'image/jpeg', buffer }
  }
  throw new Error(`no blurred picture of ${minKb}–${maxKb} KB`)
}

/** What some browsers and messengers save. */
export async function asWebp(): Promise<ChosenFile> {
  const buffer = await sharp(await freshPicture('diploma-02'))
    .webp()
    .toBuffer()
  return { name: '微信图片.webp', mimeType: 'image/webp', buffer }
}

/** A whole photograph with a second one behind its end, as some programs leave it. */
export async function withSomethingBehind(): Promise<ChosenFile> {
  const [one, other] = [await freshPicture('form-03', 40), Buffer.from('PK\x03\x04 left behind')]
  return { name: 'IMG_2044.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([one, other]) }
}
