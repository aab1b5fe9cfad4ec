import { type LocalDate, yearOf } from '#calendar'
import {
  documentKinds,
  draftMark,
  motto,
  nation,
  signingMarks,
  unsignedPlaceAndDay,
  writtenNumber,
} from '#law/administrative-documents'
import { taskStateMeanings, taskStates } from '#law/task-monitoring'
import type { OfficialPaper, PaperBlock } from '#platform/paper'
import type { LeaderFigures } from './figures.ts'
import type { PrincipleFigure, PrincipleName } from './principles.ts'
import type { DirectiveFigure, TaskFigure } from './tasks.ts'

const issuingBody = 'VĂN PHÒNG'
const superiorBody = 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN'
const author = 'Văn phòng UBND tỉnh Nghệ An'

const numbers = new Intl.NumberFormat('vi-VN')
const decimals = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const count = (number: number) => numbers.format(number)

function written(on: LocalDate): string {
  const [year, month, date] = on.split('-')
  return `${date}/${month}/${year}`
}

const principleNames: Record<PrincipleName, string> = {
  right: 'Đúng đối tượng',
  full: 'Đủ chế độ',
  onTime: 'Kịp thời',
}

/** The weekly briefing as a paper by Decree 30/2020: a draft without number and day until somebody signs it. */
export function briefingPaper(figures: LeaderFigures, madeAt: Date): OfficialPaper {
  const { on, since } = figures
  const summary = `Tình hình bảo trợ xã hội và điều hành từ ngày ${written(since)} đến ngày ${written(on)}`
  return {
    title: `${summary} (${draftMark.toLowerCase()})`,
    author,
    madeAt,
    nation,
    motto,
    superiorBody,
    issuingBody,
    number: writtenNumber({ number: undefined, kind: 'report', body: 'VP' }),
    placeAndDay: unsignedPlaceAndDay('Nghệ An', yearOf(on)),
    mark: draftMark,
    kind: documentKinds.report.name.vi.toUpperCase(),
    summary,
    body: sectionsOf(figures),
    signatory: { office: [`${signingMarks.forHead.mark} CHÁNH VĂN PHÒNG`, 'PHÓ CHÁNH VĂN PHÒNG'] },
    recipients: {
      title: 'Nơi nhận:',
      lines: ['Chủ tịch, các Phó Chủ tịch UBND tỉnh;', 'Chánh Văn phòng UBND tỉnh;', 'Lưu: VT, VX.'],
    },
  }
}

/** The sections that have something to tell, numbered as they come. */
function sectionsOf(figures: LeaderFigures): PaperBlock[] {
  const sections: [string, PaperBlock[]][] = [
    ['Đúng đối tượng, đủ chế độ, kịp thời', principles(figures)],
    ['Nhiệm vụ được giao', tasks(figures)],
    ['Xã, phường còn nhiều việc chưa đúng', communes(figures)],
    ['Số báo cáo khác số đo được', compared(figures)],
    ['Góp ý, phản ánh, kiến nghị', feedback(figures)],
    ['Thay đổi của pháp luật', law(figures)],
  ]
  return sections.flatMap(([title, blocks], index): PaperBlock[] => [
    { block: 'heading', text: `${index + 1}. ${title}` },
    ...blocks,
  ])
}

function paragraph(text: string): PaperBlock {
  return { block: 'paragraph', text }
}

function principles({ principles: figures }: LeaderFigures): PaperBlock[] {
  const asOf = figures.find((figure) => figure.asOf)?.asOf
  if (!asOf) return [paragraph('Chưa đo được: hệ thống chưa quét lần nào.')]
  return [
    paragraph(`Số đo ngày ${written(asOf)}:`),
    {
      block: 'table',
      columns: [
        { head: 'Nguyên tắc', share: 3 },
        { head: 'Tỷ lệ', share: 2, right: true },
        { head: 'So với trước', share: 4, right: true },
        { head: 'Số đạt trong tổng số', share: 3, right: true },
      ],
      rows: figures.map((figure) => [
        principleNames[figure.name],
        figure.value === undefined ? 'chưa đo' : `${decimals.format(figure.value)} %`,
        changeText(figure),
        figure.part === undefined ? '' : `${count(figure.part)} trong ${count(figure.whole ?? 0)}`,
      ]),
    },
  ]
}

/** In percentage points, and since when: a week before, or the last day before that on which it was measured. */
export function changeText({ change }: Pick<PrincipleFigure, 'change'>): string {
  if (change === undefined) return 'chưa so được'
  const { by, since } = change
  const moved = by > 0 ? 'tăng' : 'giảm'
  const words = by === 0 ? 'không đổi' : `${moved} ${decimals.format(Math.abs(by))} điểm`
  return `${words} so với ${written(since)}`
}

function tasks({ tasks: { directives, counts, late, lateBy, nearDue } }: LeaderFigures): PaperBlock[] {
  const told = taskStates.filter((state) => counts[state] > 0)
  if (told.length === 0) return [paragraph('Chưa có nhiệm vụ nào được giao qua hệ thống.')]
  const sum = told.reduce((total, state) => total + counts[state], 0)
  const states = told.map(
    (state) => `${taskStateMeanings[state].name.vi.toLowerCase()}: ${count(counts[state])}`,
  )
  return [
    paragraph(`Tổng số ${count(sum)} nhiệm vụ, kể cả việc thành phần; ${states.join('; ')}.`),
    ...(lateBy.length > 0
      ? [
          paragraph(
            `Quá hạn ở: ${lateBy.map((each) => `${each.name || 'chưa rõ cơ quan chủ trì'} (${count(each.count)})`).join('; ')}.`,
          ),
        ]
      : []),
    ...directiveTable(directives),
    ...taskTable('Nhiệm vụ quá hạn', late, ({ daysLate }) => `quá ${count(daysLate)} ngày`),
    ...taskTable('Nhiệm vụ sắp đến hạn', nearDue, ({ daysLate }) => `còn ${count(-daysLate)} ngày`),
  ]
}

function directiveTable(figures: readonly DirectiveFigure[]): PaperBlock[] {
  if (figures.length === 0) return []
  return [
    {
      block: 'table',
      caption: 'Theo văn bản (cột quá hạn kể cả việc thành phần, hai cột kia thì không)',
      columns: [
        { head: 'Văn bản', share: 6 },
        { head: 'Nhiệm vụ', share: 2, right: true },
        { head: 'Xong', share: 2, right: true },
        { head: 'Quá hạn', share: 2, right: true },
      ],
      rows: figures.map(({ number, title, total, done, late }) => [
        [number, title].filter(Boolean).join(', '),
        count(total),
        count(done),
        count(late),
      ]),
    },
  ]
}

function taskTable(
  caption: string,
  figures: readonly TaskFigure[],
  clock: (figure: TaskFigure) => string,
): PaperBlock[] {
  if (figures.length === 0) return []
  return [
    {
      block: 'table',
      caption,
      columns: [
        { head: 'Nhiệm vụ', share: 6 },
        { head: 'Chủ trì', share: 3 },
        { head: 'Hạn', share: 2, right: true },
      ],
      rows: figures.map((figure) => [
        [figure.directive, `${figure.number}. ${figure.does}`].filter(Boolean).join(', '),
        figure.lead,
        figure.dueOn ? `${written(figure.dueOn)}, ${clock(figure)}` : '',
      ]),
    },
  ]
}

function communes({ communes: figures }: LeaderFigures): PaperBlock[] {
  if (figures.length === 0) return [paragraph('Không có xã, phường nào còn phát hiện, hoặc chưa đo được.')]
  return [
    {
      block: 'table',
      columns: [
        { head: 'Xã, phường', share: 4 },
        { head: 'Bỏ sót', share: 2, right: true },
        { head: 'Không đúng', share: 2, right: true },
        { head: 'Hồ sơ quá hạn', share: 2, right: true },
        { head: 'Cộng', share: 2, right: true },
      ],
      rows: figures.map(({ name, counts, total }) => [
        name,
        count(counts['missed-people']),
        count(counts['undue-people']),
        count(counts['late-applications']),
        count(total),
      ]),
    },
  ]
}

function compared({ compared: figures }: LeaderFigures): PaperBlock[] {
  if (figures.length === 0) return [paragraph('Không có số nào vừa được báo cáo vừa đo được mà lệch nhau.')]
  return [
    {
      block: 'table',
      columns: [
        { head: 'Chỉ số', share: 5 },
        { head: 'Báo cáo', share: 2, right: true },
        { head: 'Đo được', share: 2, right: true },
        { head: 'Lệch', share: 2, right: true },
      ],
      rows: figures.map(({ name, reported, measured, difference }) => [
        name.vi,
        count(reported),
        count(measured),
        count(difference),
      ]),
    },
  ]
}

function feedback({ feedback: { open, late, lateBy } }: LeaderFigures): PaperBlock[] {
  const at = lateBy.map((each) => `${each.name.vi} (${count(each.count)})`).join('; ')
  return [
    paragraph(
      `Đang xử lý ${count(open)}; quá hạn ${count(late)}${at ? `, ở: ${at}` : ''}. Đơn tố cáo và tin về trẻ em không tính ở đây.`,
    ),
  ]
}

const lawWords = {
  began: 'có hiệu lực từ',
  begins: 'sẽ có hiệu lực từ',
  ended: 'hết hiệu lực từ',
  ends: 'sẽ hết hiệu lực từ',
} as const

function law({ law: changes }: LeaderFigures): PaperBlock[] {
  if (changes.length === 0)
    return [paragraph('Trong tuần và 30 ngày tới không có văn bản nào bắt đầu hoặc hết hiệu lực.')]
  return [
    {
      block: 'list',
      items: changes.map(
        ({ number, title, is, on }) => `${number} (${title.vi}) ${lawWords[is]} ${written(on)}`,
      ),
    },
  ]
}
