import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import { webLinkProblem } from './web_link.js'

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image')
markdown.validateLink = (href) => webLinkProblem(href) === null

/** What a notice may consist of; everything else loses its tags or goes altogether. */
const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 's', 'blockquote'],
    ...['code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    // The page's own title is the only first-level heading.
    h1: 'h2',
    h4: 'h3',
    h5: 'h3',
    h6: 'h3',
    a: (_: string, { href }: sanitize.Attributes): sanitize.Tag => ({
      tagName: 'a',
      attribs:
        href !== undefined && webLinkProblem(href) === null
          ? { href, rel: 'noopener', target: '_blank' }
          : ({} as sanitize.Attributes),
    }),
  },
}

/**
 * A notice's Markdown as HTML that may stand in a page: raw HTML is shown as text, links lead to
 * https only, pictures are none. Parsed and then sanitised, so that neither alone has to be right.
 */
export function noticeHtml(text: string): string {
  return sanitize(markdown.render(text), ALLOWED)
}
