/**
 * What Cutline uses of libheif's C interface (libheif/heif.h) as Emscripten exports it. Pointers are numbers; functions that
 * answer a heif_error write it where their first argument points.
 */
declare module 'libheif-js/wasm-bundle.js' {
  interface LibHeif {
    /** The module's memory; a new one after it has grown. */
    readonly HEAPU8: Uint8Array
    _malloc(bytes: number): number
    _free(place: number): void
    _heif_context_alloc(): number
    _heif_context_free(context: number): void
    _heif_context_read_from_memory_without_copy(
      error: number,
      context: number,
      bytes: number,
      length: number,
      options: number,
    ): void
    _heif_context_get_primary_image_handle(error: number, context: number, handle: number): void
    _heif_context_has_sequence(context: number): number
    _heif_context_get_track(context: number, id: number): number
    _heif_track_release(track: number): void
    _heif_track_decode_next_image(
      error: number,
      track: number,
      image: number,
      colours: number,
      chroma: number,
      options: number,
    ): void
    _heif_image_handle_release(handle: number): void
    _heif_image_handle_get_width(handle: number): number
    _heif_image_handle_get_height(handle: number): number
    _heif_image_handle_get_list_of_thumbnail_IDs(handle: number, ids: number, count: number): number
    _heif_image_handle_get_thumbnail(error: number, handle: number, id: number, thumbnail: number): void
    _heif_image_handle_get_raw_color_profile_size(handle: number): number
    _heif_image_handle_get_raw_color_profile(error: number, handle: number, bytes: number): void
    _heif_image_handle_get_nclx_color_profile(error: number, handle: number, profile: number): void
    _heif_nclx_color_profile_free(profile: number): void
    _heif_decode_image(
      error: number,
      handle: number,
      image: number,
      colours: number,
      chroma: number,
      options: number,
    ): void
    _heif_image_get_width(image: number, channel: number): number
    _heif_image_get_height(image: number, channel: number): number
    _heif_image_get_plane_readonly(image: number, channel: number, stride: number): number
    _heif_image_release(image: number): void
  }
  const libheif: LibHeif
  export default libheif
}
