import type { default as libheifModule } from 'libheif-js/wasm-bundle.js'

/** HEVC pictures (HEIC, as phones write them), which sharp's libvips cannot decode, through libheif as WebAssembly. */

type LibHeif = typeof libheifModule

/** A decoded picture: upright, eight bits each of red, green and blue, row after row without gaps. */
export interface HeifPicture {
  width: number
  height: number
  /** Rows begin at `offset`: what comes before is room for a file's header. */
  bytes: Buffer
  /** The ICC profile as embedded. */
  icc: Buffer | null
  /** Colour primaries where they are given by number in place of a profile (ISO/IEC 23091-2, table 2). */
  primaries: number | null
}

/** More pixels than any phone makes; libheif's memory ends at four gigabytes. */
const pixelLimit = 256 * 1024 * 1024

// heif_colorspace_RGB, heif_chroma_interleaved_RGB, heif_channel_interleaved (libheif/heif_image.h).
const rgb = 1
const interleavedRgb = 10
const interleaved = 10

/** What libheif says of a file that it cannot decode. */
export class HeifError extends Error {}

/**
 * Decodes the primary picture, or the first of a sequence, turned and cropped as the file says (`irot`, `imir`, `clap`).
 * `thumbnail`: the one that the file carries, or null where it has none. `room`: bytes left free before the pixels. Rejects with
 * HeifError.
 */
export async function decodeHeif(
  file: Uint8Array,
  { thumbnail, room }: { thumbnail: boolean; room: number },
): Promise<HeifPicture | null> {
  const { default: lib } = await import('libheif-js/wasm-bundle.js')
  return new Decoding(lib).run(file, thumbnail, room)
}

/** One file in libheif's memory; everything taken there is given back in the end. */
class Decoding {
  private readonly leaving: (() => void)[] = []
  /** Where a heif_error and a pointer are answered. */
  private readonly error: number
  private readonly answer: number

  constructor(private readonly lib: LibHeif) {
    this.error = this.take(16)
    this.answer = this.take(8)
  }

  run(file: Uint8Array, thumbnail: boolean, room: number): HeifPicture | null {
    const { lib } = this
    try {
      const copy = this.take(file.length)
      lib.HEAPU8.set(file, copy)
      const context = lib._heif_context_alloc()
      this.leaving.push(() => lib._heif_context_free(context))
      this.call((error) => lib._heif_context_read_from_memory_without_copy(error, context, copy, file.length, 0))
      if (!thumbnail && lib._heif_context_has_sequence(context) !== 0 && !this.primary(context)) {
        return this.pixels(this.firstOfSequence(context), room, null)
      }
      const handle = this.primary(context)
      if (handle === 0) throw new HeifError('it has no primary picture')
      const shown = thumbnail ? this.thumbnailOf(handle) : handle
      if (shown === 0) return null
      const [width, height] = [lib._heif_image_handle_get_width(shown), lib._heif_image_handle_get_height(shown)]
      // In the words of libvips, so that both say the same of a picture that is too large.
      if (width * height > pixelLimit) throw new HeifError('exceeds pixel limit')
      const image = this.pointer((error, out) => lib._heif_decode_image(error, shown, out, rgb, interleavedRgb, 0))
      this.leaving.push(() => lib._heif_image_release(image))
      return this.pixels(image, room, handle)
    } finally {
      for (const leave of this.leaving.splice(0).reverse()) leave()
    }
  }

  private primary(context: number): number {
    const { lib } = this
    const handle = this.pointer(
      (error, out) => lib._heif_context_get_primary_image_handle(error, context, out),
      () => 0,
    )
    if (handle !== 0) this.leaving.push(() => lib._heif_image_handle_release(handle))
    return handle
  }

  private thumbnailOf(handle: number): number {
    const { lib } = this
    if (lib._heif_image_handle_get_list_of_thumbnail_IDs(handle, this.answer, 1) === 0) return 0
    const id = this.view().getUint32(this.answer, true)
    const thumbnail = this.pointer((error, out) => lib._heif_image_handle_get_thumbnail(error, handle, id, out))
    this.leaving.push(() => lib._heif_image_handle_release(thumbnail))
    return thumbnail
  }

  private firstOfSequence(context: number): number {
    const { lib } = this
    const track = lib._heif_context_get_track(context, 0)
    if (track === 0) throw new HeifError('it has no picture')
    this.leaving.push(() => lib._heif_track_release(track))
    const image = this.pointer((error, out) =>
      lib._heif_track_decode_next_image(error, track, out, rgb, interleavedRgb, 0),
    )
    this.leaving.push(() => lib._heif_image_release(image))
    return image
  }

  private pixels(image: number, room: number, handle: number | null): HeifPicture {
    const { lib } = this
    const width = lib._heif_image_get_width(image, interleaved)
    const height = lib._heif_image_get_height(image, interleaved)
    const plane = lib._heif_image_get_plane_readonly(image, interleaved, this.answer)
    const stride = this.view().getUint32(this.answer, true)
    if (plane === 0 || width <= 0 || height <= 0) throw new HeifError('it holds no pixels')
    const bytes = Buffer.allocUnsafe(room + width * height * 3)
    for (let row = 0; row < height; row += 1) {
      const from = plane + row * stride
      bytes.set(lib.HEAPU8.subarray(from, from + width * 3), room + row * width * 3)
    }
    return {
      width,
      height,
      bytes,
      icc: handle === null ? null : this.profileOf(handle),
      primaries: handle === null ? null : this.primariesOf(handle),
    }
  }

  private profileOf(handle: number): Buffer | null {
    const { lib } = this
    const length = lib._heif_image_handle_get_raw_color_profile_size(handle)
    // An HEVC picture's profile is a few hundred bytes; a monstrous one is none.
    if (length === 0 || length > 16 * 1024 * 1024) return null
    const place = this.take(length)
    this.call((error) => lib._heif_image_handle_get_raw_color_profile(error, handle, place))
    return Buffer.from(lib.HEAPU8.subarray(place, place + length))
  }

  private primariesOf(handle: number): number | null {
    const { lib } = this
    const profile = this.pointer(
      (error, out) => lib._heif_image_handle_get_nclx_color_profile(error, handle, out),
      () => 0,
    )
    if (profile === 0) return null
    // struct heif_color_profile_nclx: a byte for the version, then color_primaries as a four-byte enum.
    const primaries = this.view().getUint32(profile + 4, true)
    lib._heif_nclx_color_profile_free(profile)
    return primaries
  }

  private take(bytes: number): number {
    const place = this.lib._malloc(bytes)
    if (place === 0) throw new HeifError('there is not enough memory for it')
    this.leaving.push(() => this.lib._free(place))
    return place
  }

  private view(): DataView {
    return new DataView(this.lib.HEAPU8.buffer)
  }

  private call(ask: (error: number) => void): void {
    ask(this.error)
    // struct heif_error: code, subcode, message.
    if (this.view().getInt32(this.error, true) === 0) return
    throw new HeifError(this.text(this.view().getUint32(this.error + 8, true)))
  }

  /** A pointer that libheif answers through its last argument. */
  private pointer(ask: (error: number, out: number) => void, otherwise?: () => number): number {
    try {
      this.call((error) => ask(error, this.answer))
    } catch (error) {
      if (otherwise && error instanceof HeifError) return otherwise()
      throw error
    }
    return this.view().getUint32(this.answer, true)
  }

  private text(place: number): string {
    const end = this.lib.HEAPU8.indexOf(0, place)
    return Buffer.from(this.lib.HEAPU8.subarray(place, end)).toString('utf8')
  }
}
