import type { AttachmentRemark } from './attachments-cleaning.ts'

/** How one kind of part of a document loses the names in it. */
interface PartRule {
  of: RegExp
  clean(xml: string): string
}

const office = 'http://schemas.openxmlformats.org'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** In place of a name: programs ask for one where somebody commented or changed. */
const nobody = 'Tác giả'

const replacedBy = (xml: string) => () => `${declared}${xml}`

/** Gives attributes other values within tags, or takes them out; words of the document are never touched. */
function attributes(names: RegExp, value: string | undefined) {
  const within = new RegExp(`\\s(${names.source})\\s*=\\s*("[^"]*"|'[^']*')`, 'g')
  return (xml: string) =>
    xml.replace(/<[A-Za-z][^>]*>/g, (tag) =>
      tag.replace(within, (_, name: string) => (value === undefined ? '' : ` ${name}="${value}"`)),
    )
}

/** Takes out relationships of these kinds; nothing of a document leads to what they named any longer. */
function withoutRelationships(kinds: RegExp) {
  const one = /<Relationship\b[^>]*?(\/>|>\s*<\/Relationship>)/g
  return (xml: string) => xml.replace(one, (each) => (kinds.test(each) ? '' : each))
}

const word = /^word\/(document|comments|footnotes|endnotes|header|footer|glossary\/document)\w*\.xml$/i

/** ECMA-376 for Word and Excel, OpenDocument 1.3 for LibreOffice. */
export const partRules: readonly PartRule[] = [
  {
    of: /(^docProps\/core\.xml|\.psmdcp)$/i,
    clean: replacedBy(
      `<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties"></cp:coreProperties>`,
    ),
  },
  {
    of: /^docProps\/app\.xml$/i,
    clean: replacedBy(`<Properties xmlns="${office}/officeDocument/2006/extended-properties"></Properties>`),
  },
  {
    of: /^docProps\/custom\.xml$/i,
    clean: replacedBy(`<Properties xmlns="${office}/officeDocument/2006/custom-properties"></Properties>`),
  },
  { of: /^_rels\/\.rels$/i, clean: withoutRelationships(/metadata\/thumbnail"/) },
  { of: word, clean: attributes(/w:author/, nobody) },
  { of: word, clean: attributes(/w:initials/, 'TG') },
  { of: word, clean: attributes(/w:date/, undefined) },
  {
    of: /^word\/people\.xml$/i,
    clean: (xml) => xml.replace(/<w15:person\b[\s\S]*<\/w15:person>|<w15:person\b[^>]*\/>/g, ''),
  },
  {
    of: /^word\/settings\.xml$/i,
    clean: (xml) =>
      xml.replace(/<w:attachedTemplate\b[^>]*\/>/g, '').replace(/<w:mailMerge>[\s\S]*?<\/w:mailMerge>/g, ''),
  },
  {
    of: /^word\/_rels\/settings\.xml\.rels$/i,
    clean: withoutRelationships(/\/(attachedTemplate|mailMerge\w*|recipientData)"/),
  },
  {
    of: /^xl\/comments\d*\.xml$|^xl\/comments\/[^/]+\.xml$/i,
    clean: (xml) => xml.replace(/(<(?:\w+:)?author>)[^<]*/g, `$1${nobody}`),
  },
  { of: /^xl\/persons\//i, clean: attributes(/displayName/, nobody) },
  { of: /^xl\/persons\//i, clean: attributes(/userId|providerId/, 'None') },
  {
    of: /^xl\/workbook\.xml$/i,
    clean: (xml) =>
      attributes(/userName/, undefined)(xml.replace(/(<x15ac:absPath\b[^>]*\burl=)"[^"]*"/g, '$1""')),
  },
  { of: /^xl\/pivotCache\/pivotCacheDefinition/i, clean: attributes(/refreshedBy/, nobody) },
  {
    of: /^meta\.xml$/i,
    clean: replacedBy(
      '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
        'office:version="1.3"><office:meta></office:meta></office:document-meta>',
    ),
  },
  {
    of: /^(content|styles)\.xml$/i,
    clean: (xml) =>
      xml
        .replace(/(<dc:creator>)[^<]*/g, `$1${nobody}`)
        .replace(/(<(?:meta|loext):(?:creator|sender)-initials>)[^<]*/g, '$1TG'),
  },
  {
    of: /^settings\.xml$/i,
    clean: (xml) =>
      xml.replace(/(<config:config-item config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*/g, '$1'),
  },
  {
    of: /^META-INF\/manifest\.xml$/i,
    clean: (xml) => xml.replace(/<manifest:file-entry\b[^>]*"Thumbnails\/[^>]*\/>/g, ''),
  },
]

/** Where something stands that people have to decide on: in words, or in which parts there are. */
const traces: readonly { remark: AttachmentRemark; of: RegExp; says?: RegExp }[] = [
  { remark: 'trackedChanges', of: word, says: /<w:(ins|del|moveFrom|moveTo)\s/ },
  { remark: 'trackedChanges', of: /^content\.xml$/, says: /<text:changed-region\b/ },
  { remark: 'trackedChanges', of: /^xl\/revisions\// },
  { remark: 'comments', of: /^word\/comments\.xml$/i, says: /<w:comment\s/ },
  { remark: 'comments', of: /^xl\/(comments\d*\.xml|comments\/|threadedComments\/)/i },
  { remark: 'comments', of: /^content\.xml$/, says: /<office:annotation\b/ },
  { remark: 'hiddenText', of: word, says: /<w:(vanish|webHidden)(\s+w:val="(1|true|on)")?\s*\/>/ },
  { remark: 'hiddenText', of: /^content\.xml$/, says: /text:display="none"|<text:hidden-(text|paragraph)\b/ },
  {
    remark: 'hiddenSheets',
    of: /^xl\/workbook\.xml$/i,
    says: /<(\w+:)?sheet\s[^>]*state="(hidden|veryHidden)"/,
  },
  { remark: 'hiddenRows', of: /^xl\/worksheets\//i, says: /<(\w+:)?(row|col)\s[^>]*\bhidden="(1|true)"/ },
  { remark: 'embedded', of: /^(word|xl)\/embeddings\/|^Object \d+\/content\.xml$/i },
  { remark: 'externalLinks', of: /^xl\/externalLinks\/externalLink/i },
  { remark: 'cachedData', of: /^xl\/pivotCache\/pivotCacheRecords/i },
  { remark: 'olderVersions', of: /^(Versions\/|VersionList\.xml)/i },
]

/** What a document still holds, each thing once, in the order of the list above. */
export function remarksOf(
  parts: readonly { name: string; content: Buffer | undefined }[],
): AttachmentRemark[] {
  const found = traces.filter(({ of, says }) =>
    parts.some(({ name, content }) => of.test(name) && (!says || says.test(content?.toString('utf8') ?? ''))),
  )
  return [...new Set(found.map(({ remark }) => remark))]
}
