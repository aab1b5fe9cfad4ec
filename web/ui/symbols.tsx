import { IconDefinitions } from './icon.tsx'
import { SenDefinition } from './sen.tsx'

/** Everything the page's drawings refer to, put once at the start of the body. */
export function Symbols() {
  return (
    <svg className="symbols" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <SenDefinition />
        <IconDefinitions />
        <pattern id="hx" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="hx-ground" />
          <path d="M1 0V4" className="hx-line" />
        </pattern>
      </defs>
    </svg>
  )
}
