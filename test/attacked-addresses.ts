import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '#web/routes.ts'

/** One thing of every kind that an address of the workspace names. */
export interface Named {
  person: number
  head: number
  household: number
  request: number
  pair: number
  scan: number
  book: number
  batch: number
  list: number
  manuscript: number
  /** The work that read the list. */
  job: string
}

/** A directive whose text is public is read by every officer: this is none. */
const noDirective = 999_999

/** A message of a citizen is named by what nobody guesses. */
const noMessage = '00000000-0000-4000-8000-000000000001'

/** One address of every kind, about people and papers of one commune. */
export function addressesOf(named: Named): string[] {
  const { person, household, request, pair, scan, book, batch, list, manuscript, job } = named
  const of = (path: string, rest: readonly string[]) => rest.map((each) => `${path}${each}`)
  return [
    ...['', '/nguoi', `/nguoi/${person}`, `/ho/${household}`, `/ghi?viec=death&nguoi=${person}`, '/thay-doi'],
    ...[`/thay-doi/${request}`, '/trung', `/trung/ho-so/${person}`, `/trung/${pair}`, '/dia-ban'],
    ...['/xuat-du-lieu', `/xuat-du-lieu/${job}/nguoi.parquet`, '/danh-sach', `/danh-sach/${job}`],
    ...of(`/danh-sach/xem/${list}`, ['', '/cot', '/loi', '/hoan-tac']),
    ...of('/kho-ho-so', ['', '/tai-len', '/can-doc', `/quyen/${book}`, `/lo/${batch}`, `/ho-so/${scan}`]),
    ...of('/kho-ho-so', [`/anh/${scan}/1`, `/goc/${scan}`]),
    ...['/nguoi', '/hom-nay', '/dia-ban', '/thay-doi', '/trung', '/lan-nhap'].flatMap(asFiles),
    ...asFiles(`/danh-sach-xem/${list}/dong`),
    ...['/kho-ho-so', '/kho-ho-so/lo', '/kho-ho-so/ho-so'].flatMap(asFiles),
    ...of(`/cong/${manuscript}`, ['', '/xem-truoc', '/lich-su?lan=1', '/luu', '/anh', '/tep']),
    ...of('/cong', [
      '',
      '-muc',
      '-ten-bai?tu=a',
      `/anh/${noMessage}/480`,
      `/tep/${noMessage}`,
      ...asFiles(''),
    ]),
    ...of('/gop-y', ['', '/rieng', '/thong-ke', '/thu', `/${noMessage}`, `/anh/${noMessage}`]),
    ...['/gop-y', '/gop-y-thong-ke'].flatMap(asFiles),
    ...asFiles(`/danh-sach-o-loi/${list}`),
    ...['/so-lieu', '/so-lieu/ba-nguyen-tac', '/so-lieu/right-person', '/so-lieu/right-person.json'],
    ...['/so-lieu', '/so-lieu/missed-people'].flatMap(asFiles),
    ...of('/chi-dao', ['', `/${noDirective}`, '/nhap', '/nhap/1', `/nhap/viec/${job}`, '/tep/1']),
    ...of('/chi-dao/nhiem-vu', ['', '/1']),
    ...asFiles('/chi-dao/nhiem-vu'),
    ...['/dieu-hanh?chi-so=missed-people&xep=ten', '/dieu-hanh/17827@2025-07-01'],
    ...['/dieu-hanh/bao-cao/1.pdf', '/dieu-hanh/bao-cao/1.docx'],
    ...['/danh-sach-mau.xlsx', `/danh-sach-can-sua/${list}`],
    ...['/tim?q=nguyen', '/tim/goi-y?q=nguyen', `/viec/${job}/tien-do`],
  ].map((path) => `/can-bo${path}`)
}

const asFiles = (path: string) => [`${path}.csv`, `${path}.xlsx`]

/** The addresses of the workspace that none of these is one of; who signs in or out is not asked for an account. */
export function addressesNotAmong(addresses: readonly string[]): string[] {
  const paths = addresses.map((address) => address.split('?')[0] ?? '')
  return routes
    .flatMap((entry) => pathsOf(entry, ''))
    .filter((path) => path.startsWith('/can-bo') && !/\*|\/dang-(nhap|xuat)$/.test(path))
    .filter((path) => {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)
      return !paths.some((each) => pattern.test(each))
    })
}

function pathsOf({ path, children }: RouteConfigEntry, within: string): string[] {
  const here = path === undefined ? within : `${within}/${path.replace(/^en\?\/?/, '')}`.replace(/\/$/, '')
  return children ? children.flatMap((child) => pathsOf(child, here)) : [here]
}
