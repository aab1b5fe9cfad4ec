import type { Article, DocumentStatus, LegalDocument, Procedure } from '#publishing'
import type { Thing } from '#web/portal/metadata.ts'

/** An article in the words of schema.org: news, legislation or a service of the State. */
export function thingOf(
  article: Article,
  site: { origin: string; publisher: Thing; status: DocumentStatus | undefined },
): Thing {
  const { details } = article
  const common = {
    url: `${site.origin}${article.language === 'en' ? '/en' : ''}/bai-viet/${article.slug}`,
    inLanguage: article.language,
  }
  if (details?.kind === 'legalDocument')
    return { ...common, ...legislationOf(article, details, site.status), publisher: site.publisher }
  if (details?.kind === 'procedure')
    return { ...common, ...serviceOf(article, details), provider: site.publisher }
  return { ...common, ...newsOf(article, site.origin), publisher: site.publisher }
}

function newsOf(article: Article, origin: string): Thing {
  const { title, lead, postedAt, revisedAt, byline, bannerPicture, tags } = article
  return {
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
    datePublished: postedAt.toISOString(),
    dateModified: (revisedAt ?? postedAt).toISOString(),
    // Who signs may be a person, an office or whoever put a text together: it is said as it is written.
    ...(byline ? { creditText: byline } : {}),
    ...(bannerPicture ? { image: `${origin}/anh/${bannerPicture.id}/chia-se.jpg` } : {}),
    ...(tags.length > 0 ? { keywords: tags.join(', ') } : {}),
  }
}

const forces: Readonly<Record<DocumentStatus, string | undefined>> = {
  inForce: 'https://schema.org/InForce',
  notYet: 'https://schema.org/NotInForce',
  partlyExpired: 'https://schema.org/PartiallyInForce',
  expired: 'https://schema.org/NotInForce',
  unknown: undefined,
}

function legislationOf(article: Article, details: LegalDocument, status: DocumentStatus | undefined): Thing {
  const { number, form, issuer, issuedOn } = details
  const force = forces[status ?? 'unknown']
  return {
    '@type': 'Legislation',
    name: article.title,
    legislationIdentifier: number,
    ...(form ? { legislationType: form } : {}),
    ...(issuedOn ? { legislationDate: issuedOn } : {}),
    ...(issuer ? { legislationPassedBy: { '@type': 'GovernmentOrganization', name: issuer } } : {}),
    ...(force ? { legislationLegalForce: force } : {}),
  }
}

function serviceOf(article: Article, details: Procedure): Thing {
  const { code, agency, nationalPortal } = details
  return {
    '@type': 'GovernmentService',
    name: article.title,
    description: article.lead,
    ...(code ? { identifier: code } : {}),
    ...(agency ? { serviceOperator: { '@type': 'GovernmentOrganization', name: agency } } : {}),
    ...(nationalPortal
      ? { availableChannel: { '@type': 'ServiceChannel', serviceUrl: nationalPortal } }
      : {}),
  }
}
