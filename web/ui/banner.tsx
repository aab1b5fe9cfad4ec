const petal = 'M0 0C-8-5-12-15-9-25C-7-32-3-37 0-40C3-37 7-32 9-25C12-15 8-5 0 0Z'
const ink = { red: '#9E2A2B', green: '#2F6B4F', rose: '#F3DAD5', blush: '#FBF1EE' }

const leaves = [
  [150, 262, 62, 12],
  [330, 246, 40, 8],
  [560, 270, 74, 14],
  [770, 250, 46, 9],
  [868, 280, 56, 11],
] as const

function Lotus({ x, y, scale }: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} stroke={ink.red} strokeWidth="1.25">
      <path d={petal} transform="rotate(-57)" fill={ink.rose} />
      <path d={petal} transform="rotate(57)" fill={ink.rose} />
      <path d={petal} fill={ink.blush} />
    </g>
  )
}

/** The drawing over an article: hills, a pond, three lotuses. Without `label` it is decoration. */
export function Banner({ tall, label }: { tall?: boolean; label?: string }) {
  const drawing = {
    className: tall ? 'banner tall' : 'banner',
    viewBox: '0 0 920 300',
    preserveAspectRatio: 'xMidYMax slice',
  }
  return label ? (
    <svg {...drawing} role="img" aria-label={label}>
      <Pond />
    </svg>
  ) : (
    <svg {...drawing} aria-hidden="true">
      <Pond />
    </svg>
  )
}

function Pond() {
  return (
    <>
      <rect width="920" height="300" fill="#F1EFE3" />
      <circle cx="700" cy="84" r="34" fill="none" stroke={ink.red} strokeWidth="1.5" />
      <path d="M0 150C90 96 150 132 222 104S352 44 430 92s126 6 196 34 148-44 294-6V300H0z" fill="#DFE7DA" />
      <path d="M0 178c120-52 210 4 330-28s196 22 300 4 170-28 290 6V300H0z" fill="#C9D9C9" />
      <path d="M0 206c160-18 300 10 460 0s300-14 460 2v92H0z" fill="#EEF0E4" />
      <path
        d="M0 222h250M290 222h410M752 222h168M40 240h300M388 240h250M700 240h220M0 260h180M236 260h330M610 260h310M60 281h420M530 281h330"
        fill="none"
        stroke="#8FAE9A"
        strokeWidth="1.25"
      />
      <g fill="#CFE0D2" stroke={ink.green} strokeWidth="1.25">
        {leaves.map(([cx, cy, rx, ry]) => (
          <ellipse key={cx} cx={cx} cy={cy} rx={rx} ry={ry} />
        ))}
      </g>
      <path
        d="M224 268C222 240 226 214 224 190M640 280C642 248 636 226 640 196M430 262c0-18-2-30 0-46"
        fill="none"
        stroke={ink.green}
        strokeWidth="1.5"
      />
      <Lotus x={224} y={192} scale={1.1} />
      <Lotus x={640} y={198} scale={1.35} />
      <Lotus x={430} y={218} scale={0.75} />
    </>
  )
}
