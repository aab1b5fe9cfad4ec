declare module 'virtual:react-router/server-build' {
  import type { ServerBuild } from 'react-router'

  const build: ServerBuild
  export = build
}

declare module 'altcha/workers/pbkdf2?worker' {
  const PbkdfWorker: new () => Worker
  export default PbkdfWorker
}
