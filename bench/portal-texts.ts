/**
 * What a portal of some years has to show and what people ask it: invented articles put together from the words of its
 * field, and questions of one to four of these words, with tones and without, the last now and then only begun. The
 * same for the same number.
 */
import { foldText } from '#identity'
import { notice440, type publishArticle } from '#publishing'

type Bundled = Parameters<typeof publishArticle>[1]

const words =
  `trợ cấp xã hội người cao tuổi khuyết tật trẻ em bảo trợ hộ nghèo cận nghèo chính sách đối tượng cơ sở
  thủ tục hồ sơ tỉnh phường nhận nuôi mai táng giáo dục y tế chăm sóc mức chuẩn đúng đủ kịp thời quyết định nghị quyết
  chi trả hằng tháng ngân sách kế hoạch báo cáo rà soát thăm hỏi hỗ trợ nhà ở dột nát thiên tai bão lũ cứu trợ khẩn cấp
  sinh kế việc làm đào tạo nghề nông thôn miền núi đồng bào dân tộc phụ nữ đơn thân người có công liệt sĩ thương binh`
    .split(/\s+/)
    .filter(Boolean)

/** Rarer words: every onset with every rime, some two thousand. */
const rarer = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'
  .split(' ')
  .flatMap((onset) =>
    'ang ánh ấm ập iên iếu inh oan ong ổi ùng ước ừng ai ao áp ân âu eo êm ếp ì ỏ ố ơn ụ'
      .split(' ')
      .map((rime) => onset + rime),
  )
const vocabulary = [...words, ...rarer]

function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state >>> 8
  }
}

/** Articles of some 350 words each. */
export function inventedArticles(count: number): Bundled[] {
  const next = numbers(7)
  // As in any language few words stand everywhere and most stand seldom.
  const say = (length: number) =>
    Array.from(
      { length },
      () => vocabulary[Math.floor(vocabulary.length * (next.next().value / 2 ** 24) ** 2)],
    ).join(' ')
  return Array.from({ length: count }, (_, at) => ({
    slug: `tin-${at}`,
    language: 'vi',
    title: say(8),
    lead: say(30),
    body: Array.from({ length: 5 }, () => ({ kind: 'paragraph', runs: [{ text: say(60) }] })),
    byline: notice440.byline,
    banner: 'pond',
    tags: [say(2)],
    documentNumber: undefined,
    documentOn: undefined,
    documentYearInferred: false,
    publishedAt: new Date(Date.UTC(2024, at % 12, 1 + (at % 28))),
  }))
}

/** Different questions, as many as asked for; no two are the same to the search. */
export function questions(count: number): string[] {
  const next = numbers(11)
  const asked = new Map<string, string>()
  while (asked.size < count) {
    const length = 1 + (next.next().value % 4)
    const toned = Array.from(
      { length },
      () => vocabulary[Math.floor(vocabulary.length * (next.next().value / 2 ** 24) ** 2)] ?? '',
    ).join(' ')
    const begun = next.next().value % 5 === 0 ? toned.slice(0, -1) : toned
    asked.set(foldText(begun), next.next().value % 2 === 0 ? begun : foldText(begun))
  }
  return [...asked.values()]
}
