/** The part of autocannon that the benchmarks use; the package brings no types. */
declare module 'autocannon' {
  export interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers?: Record<string, string>
    /** Asked for in turn. */
    requests?: { path: string }[]
  }

  export interface Result {
    requests: { total: number; average: number }
    /** Milliseconds. */
    latency: { p50: number; p99: number; max: number }
    throughput: { total: number }
    non2xx: number
    errors: number
    /** Seconds. */
    duration: number
  }

  export default function autocannon(options: Options): Promise<Result>
}
