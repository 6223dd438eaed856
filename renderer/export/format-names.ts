/** Formats as everybody calls them. */
export const formatNames = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP', tiff: 'TIFF', avif: 'AVIF' } as const
