import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Dossier, Truth } from './people.ts'

const fonts = new URL('../../web/ui/styles/fonts/', import.meta.url)
for (const weight of ['400', '700'])
  for (const part of ['vietnamese', 'latin'])
    GlobalFonts.registerFromPath(
      fileURLToPath(new URL(`tinos-${part}-${weight}-normal.woff2`, fonts)),
      `form-${part}-${weight}`,
    )

/** A page as it was drawn, and every line of text on it from top to bottom. */
export interface DrawnForm {
  canvas: Canvas
  lines: string[]
}

interface Line {
  text: string
  /** Points of print, 1/72 inch. */
  size?: number
  bold?: boolean
  centred?: boolean
}

/** Draws a dossier's form on A4 (an identity card on its own size, enlarged as a photo of it is) at `dpi`. */
export function drawForm({ kind, truth }: Dossier, dpi: number): DrawnForm {
  return drawLines(layouts[kind](truth), {
    dpi,
    millimetres: kind === 'identityCard' ? [150, 95] : [210, 297],
  })
}

const layouts: Record<Dossier['kind'], (truth: Truth) => Line[]> = {
  application: (t) => [
    ...motto,
    { text: 'TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI', bold: true, size: 15, centred: true },
    { text: 'THÔNG TIN CỦA ĐỐI TƯỢNG', bold: true },
    { text: `1. Họ và tên: ${t.name}` },
    { text: `Ngày, tháng, năm sinh: ${t.birth}      Giới tính: ${t.sex}      Dân tộc: ${t.ethnicity}` },
    { text: `Số CCCD hoặc CMND: ${t.citizenId}` },
    { text: `2. Hộ khẩu thường trú: ${t.village}, xã ${t.commune}, huyện ${t.district}` },
    { text: `3. Số điện thoại: ${t.phone}` },
    { text: '4. Có thẻ BHYT không?  Không  Có' },
    { text: '5. Đang hưởng chế độ nào sau đây: Lương hưu, trợ cấp bảo hiểm xã hội hằng tháng: 0 đồng' },
    { text: '6. Thuộc hộ nghèo, cận nghèo không?  Không  Có' },
    { text: `7. Họ và tên người giám hộ: ${t.guardian}` },
    { text: 'Tôi xin cam đoan những lời khai trên là đúng, nếu có điều gì khai không đúng tôi xin chịu' },
    { text: 'trách nhiệm hoàn toàn.' },
    { text: 'Người khai', centred: true },
  ],
  disabilityCertificate: (t) => [
    { text: `ỦY BAN NHÂN DÂN XÃ ${(t.commune ?? '').toLocaleUpperCase('vi')}`, bold: true },
    ...motto,
    { text: 'GIẤY XÁC NHẬN KHUYẾT TẬT', bold: true, size: 16, centred: true },
    { text: `Họ và tên: ${t.name}` },
    { text: `Ngày tháng năm sinh: ${t.birth}      Giới tính: ${t.sex}` },
    { text: `Số định danh cá nhân: ${t.citizenId}` },
    { text: `Nơi cư trú: ${t.village}, xã ${t.commune}, huyện ${t.district}` },
    { text: `Dạng khuyết tật: ${t.disabilityKind}` },
    { text: `Mức độ khuyết tật: ${t.disabilityDegree}` },
    {
      text: `${t.commune}, ngày ${(t.signedOn ?? '').slice(0, 2)} tháng ${(t.signedOn ?? '').slice(3, 5)} năm ${(t.signedOn ?? '').slice(6)}`,
      centred: true,
    },
    { text: 'TM. ỦY BAN NHÂN DÂN', bold: true, centred: true },
    { text: 'CHỦ TỊCH', bold: true, centred: true },
  ],
  decision: (t) => [
    { text: `ỦY BAN NHÂN DÂN HUYỆN ${(t.district ?? '').toLocaleUpperCase('vi')}`, bold: true },
    ...motto,
    { text: `Quyết định số: ${t.decisionNumber} ngày ${t.signedOn}`, centred: true },
    { text: 'QUYẾT ĐỊNH', bold: true, size: 16, centred: true },
    { text: 'Về việc trợ cấp xã hội hằng tháng', bold: true, centred: true },
    { text: 'Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ;' },
    { text: 'Xét đề nghị của Trưởng phòng Lao động, Thương binh và Xã hội,' },
    { text: 'Điều 1. Trợ cấp xã hội hằng tháng đối với:' },
    { text: `Ông (bà): ${t.name}` },
    { text: `Sinh ngày: ${t.birth}      Giới tính: ${t.sex}` },
    { text: `Số CCCD: ${t.citizenId}` },
    { text: `Nơi cư trú: ${t.village}, xã ${t.commune}, huyện ${t.district}` },
    { text: `Mức trợ cấp: ${t.amountDong} đồng/tháng` },
    { text: 'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.' },
    { text: 'CHỦ TỊCH', bold: true, centred: true },
  ],
  identityCard: (t) => [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, centred: true },
    { text: 'CĂN CƯỚC CÔNG DÂN', bold: true, size: 18, centred: true },
    { text: `Số: ${t.citizenId}`, bold: true, size: 16 },
    { text: 'Họ và tên:' },
    { text: (t.name ?? '').toLocaleUpperCase('vi'), size: 15 },
    { text: `Ngày sinh: ${t.birth}` },
    { text: `Giới tính: ${t.sex}      Quốc tịch: Việt Nam` },
  ],
}

const motto: Line[] = [
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, centred: true },
  { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, centred: true },
]

function drawLines(
  lines: readonly Line[],
  { dpi, millimetres }: { dpi: number; millimetres: [number, number] },
): DrawnForm {
  const [width, height] = millimetres.map((each) => Math.round((each / 25.4) * dpi)) as [number, number]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fdfdfb'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#15151a'
  let y = (18 / 25.4) * dpi
  for (const line of lines) {
    const points = ((line.size ?? 13) / 72) * dpi
    drawLine(context, line, { points, y, width, margin: (20 / 25.4) * dpi })
    y += points * 1.75
  }
  return { canvas, lines: lines.map(({ text }) => text.replace(/\s+/g, ' ')) }
}

function drawLine(
  context: SKRSContext2D,
  { text, bold, centred }: Line,
  { points, y, width, margin }: { points: number; y: number; width: number; margin: number },
): void {
  const weight = bold ? '700' : '400'
  // The Vietnamese part first: otherwise letters are put together from marks that do not fit.
  context.font = `${points}px form-vietnamese-${weight}, form-latin-${weight}`
  const x = centred ? (width - context.measureText(text).width) / 2 : margin
  context.fillText(text, x, y)
}
