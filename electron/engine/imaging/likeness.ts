/** Pixels as a decoder hands them over: rows from the top, `channels` bytes each (fewer than 3: grey first; else red, green, blue). */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
  channels: number
}

/** Side of the small grey picture that frequencies are taken from, and how many of the lowest count each way. */
const side = 32
const low = 8

/** `cosines[u * side + x]`: the basis of the DCT-II for the frequencies 0 to `low` - 1. */
const cosines = Float64Array.from({ length: low * side }, (_, at) =>
  Math.cos(((2 * (at % side) + 1) * Math.floor(at / side) * Math.PI) / (2 * side)),
)

/** Standard deviation of brightness (of 255) below which there is too little drawing in a picture to tell it from others. */
const plain = 4

/**
 * What a picture looks like, as 128 bits in 32 lowercase hexadecimal digits: pictures that look alike differ in few bits. The first
 * 64 are a pHash (the lowest 8 × 8 frequencies of a 32 × 32 DCT, each above or below their median; Zauner, "Implementation and
 * Benchmarking of Perceptual Image Hash Functions", 2010, section 3.2.1), the last 64 a dHash (which of two neighbours in a grid of
 * 9 × 8 is brighter; Krawetz, "Kind of Like That", 2013). null for a picture that is plain: it would look like every other.
 */
export function likenessOf(pixels: Pixels): string | null {
  const grey = gridOver(pixels, side, side)
  const grid = gridOver(pixels, low + 1, low)
  const upTo = new Float64Array(pixels.width + 1)
  for (let y = 0; y < pixels.height; y += 1) {
    brightness(pixels, y, upTo)
    addRow(grey, y, upTo)
    addRow(grid, y, upTo)
  }
  const fine = means(grey)
  if (deviation(fine) < plain) return null
  return hex(frequencyBits(fine)) + hex(gradientBits(means(grid)))
}

// Row by row, in functions of few lines: the first picture is then as fast as the hundredth. One function over all pixels is
// compiled late, and costs several milliseconds a picture until then.

/**
 * Luma of a row of pixels (ITU-R BT.601), summed: `upTo[x]` is that of all pixels before `x`. Sums of single-precision values are exact
 * in double precision at any size of row, so a cell's sum is a difference of two of them.
 */
function brightness({ data, width, channels }: Pixels, y: number, upTo: Float64Array): void {
  let sum = 0
  for (let x = 0, at = y * width * channels; x < width; x += 1, at += channels) {
    const first = data[at] ?? 0
    sum += channels < 3 ? first : Math.fround(0.299 * first + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0))
    upTo[x + 1] = sum
  }
}

/** A grid laid over a picture, and the sum of brightness in each of its cells. */
interface Grid {
  columns: Cells
  rows: Cells
  sums: Float64Array
}

/** Where cells begin, and the pixel after each one's last. */
interface Cells {
  count: number
  first: Int32Array
  end: Int32Array
}

function gridOver({ width, height }: Pixels, columns: number, rows: number): Grid {
  return { columns: cells(columns, width), rows: cells(rows, height), sums: new Float64Array(columns * rows) }
}

/** At least one pixel each, also in a picture smaller than the grid. */
function cells(count: number, length: number): Cells {
  const first = Int32Array.from({ length: count }, (_, at) => Math.floor((at * length) / count))
  return { count, first, end: first.map((from, at) => Math.max(from + 1, Math.floor(((at + 1) * length) / count))) }
}

function addRow({ columns, rows, sums }: Grid, y: number, upTo: Float64Array): void {
  for (let row = 0; row < rows.count; row += 1)
    if (y >= (rows.first[row] ?? 0) && y < (rows.end[row] ?? 0)) addTo(sums, row * columns.count, columns, upTo)
}

function addTo(sums: Float64Array, from: number, { count, first, end }: Cells, upTo: Float64Array): void {
  for (let column = 0; column < count; column += 1) {
    const sum = (upTo[end[column] ?? 0] ?? 0) - (upTo[first[column] ?? 0] ?? 0)
    sums[from + column] = (sums[from + column] ?? 0) + sum
  }
}

/** Mean brightness of each cell. */
function means({ columns, rows, sums }: Grid): Float64Array {
  const length = ({ first, end }: Cells, at: number) => (end[at] ?? 1) - (first[at] ?? 0)
  return sums.map((sum, at) => {
    const [row, column] = [Math.floor(at / columns.count), at % columns.count]
    return sum / (length(rows, row) * length(columns, column))
  })
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** The frequency 0 is the picture's brightness, so its bit is always set and says nothing. */
function frequencyBits(grey: Float64Array): boolean[] {
  const across = new Float64Array(side * low)
  for (let y = 0; y < side; y += 1)
    for (let u = 0; u < low; u += 1) {
      let sum = 0
      for (let x = 0; x < side; x += 1) sum += (grey[y * side + x] ?? 0) * (cosines[u * side + x] ?? 0)
      across[y * low + u] = sum
    }
  const frequencies = Array.from({ length: low * low }, (_, at) => {
    const [u, v] = [at % low, Math.floor(at / low)]
    let sum = 0
    for (let y = 0; y < side; y += 1) sum += (across[y * low + u] ?? 0) * (cosines[v * side + y] ?? 0)
    return sum
  })
  const sorted = frequencies.slice(1).sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return frequencies.map((frequency, at) => at === 0 || frequency > median)
}

function gradientBits(grid: Float64Array): boolean[] {
  return Array.from({ length: low * low }, (_, at) => {
    const place = Math.floor(at / low) * (low + 1) + (at % low)
    return (grid[place] ?? 0) > (grid[place + 1] ?? 0)
  })
}

/** Every fourth bit together, so that each quarter of the digits speaks of the whole picture: searching goes by quarters. */
function hex(bits: readonly boolean[]): string {
  const mixed = [0, 1, 2, 3].flatMap((quarter) => bits.filter((_, at) => at % 4 === quarter))
  let digits = ''
  for (let at = 0; at < mixed.length; at += 4)
    digits += mixed
      .slice(at, at + 4)
      .reduce((digit, bit) => digit * 2 + (bit ? 1 : 0), 0)
      .toString(16)
  return digits
}
