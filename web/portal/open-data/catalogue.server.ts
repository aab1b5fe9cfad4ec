import type { Database } from '#platform/database'
import { type Dataset, licence } from './dataset.ts'
import { type FileType, filesOf, fileTypes, publisher, type WrittenDataset } from './files.server.ts'
import { metricDatasets } from './metric-datasets.server.ts'
import { otherDatasets } from './other-datasets.server.ts'
import { publishedDatasets } from './published-datasets.server.ts'

/** Every open dataset, in the order of the page. */
export const datasets: readonly Dataset[] = [...publishedDatasets, ...metricDatasets, ...otherDatasets]

/** A dataset with what its files are today. */
export async function readCatalogue(
  database: Database,
): Promise<{ dataset: Dataset; files: WrittenDataset }[]> {
  return Promise.all(datasets.map(async (dataset) => ({ dataset, files: await filesOf(database, dataset) })))
}

const frequencyOf = (code: Dataset['frequency']) =>
  `http://publications.europa.eu/resource/authority/frequency/${code}`

/** The catalogue for machines: DCAT as JSON-LD, with the fields of each dataset and the checksum of each file. */
export async function catalogueJson(database: Database, origin: string): Promise<string> {
  const entries = await readCatalogue(database)
  return `${JSON.stringify(
    {
      '@context': {
        dcat: 'http://www.w3.org/ns/dcat#',
        dct: 'http://purl.org/dc/terms/',
        spdx: 'http://spdx.org/rdf/terms#',
      },
      '@id': `${origin}/du-lieu-mo/danh-muc.json`,
      '@type': 'dcat:Catalog',
      'dct:title': languages({ vi: 'Dữ liệu mở của Cổng An Sinh', en: 'Open data of the An Sinh portal' }),
      'dct:publisher': languages(publisher),
      'dct:license': licence.url,
      'dcat:dataset': entries.map(({ dataset, files }) => entryOf(dataset, files, origin)),
    },
    null,
    1,
  )}\n`
}

function entryOf({ slug, title, description, ...rest }: Dataset, files: WrittenDataset, origin: string) {
  return {
    '@id': `${origin}/du-lieu-mo#${slug}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': slug,
    'dct:title': languages(title),
    'dct:description': languages(description),
    'dct:source': languages(rest.source),
    'dct:accrualPeriodicity': frequencyOf(rest.frequency),
    ...(files.updatedOn && { 'dct:modified': files.updatedOn }),
    'dct:license': licence.url,
    rows: files.rowCount,
    fields: rest.fields,
    'dcat:distribution': (Object.keys(fileTypes) as FileType[]).map((type) => ({
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': `${origin}/du-lieu/${slug}.${type}`,
      'dcat:mediaType': fileTypes[type].split(';')[0],
      'dcat:byteSize': files[type].bytes.byteLength,
      'spdx:checksum': {
        'spdx:algorithm': 'spdx:checksumAlgorithm_sha256',
        'spdx:checksumValue': files[type].sha256,
      },
    })),
  }
}

function languages({ vi, en }: { vi: string; en: string }) {
  return [
    { '@language': 'vi', '@value': vi },
    { '@language': 'en', '@value': en },
  ]
}
