/** File names that chat programs give to the pictures that they send, which they recompress. */
const names = [
  // WhatsApp on Android and in exports from an iPhone
  /^IMG-\d{8}-WA\d{4}/i,
  /^\d{8}-PHOTO-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}/i,
  /^WhatsApp Image \d{4}-\d{2}-\d{2}/i,
  // WeChat
  /^mmexport(?:[0-9a-f]{32}_)?\d{10,13}/i,
  /^wx_camera_\d{13}/i,
  /^(?:微信图片|微信圖片|WeChat Image|WechatIMG)[\s_]?\d+/i,
  // LINE, Telegram, Facebook, Signal
  /^(?:LINE_ALBUM_|line_)\d+/i,
  /^S__\d{5,}/,
  /^photo_\d{4}-\d{2}-\d{2}[ _]\d{2}-\d{2}-\d{2}/i,
  /^(?:received_|FB_IMG_)\d{10,}/i,
  /^signal-\d{4}-\d{2}-\d{2}-/i,
]

/** Whether a file's name is one that a chat program gives to a picture it has recompressed. */
export function isSentByChat(name: string): boolean {
  return names.some((pattern) => pattern.test(name))
}

/** Pixels on the long edge beyond which no chat program sends a picture that it recompressed. */
const longestSent = 2_600

export interface SentPhoto {
  name: string
  /** What the file itself says of the camera and the time. */
  camera: string
  takenAt: string | null
  /** Pixels. */
  width: number
  height: number
  /** It came with a chat's text. */
  fromChat: boolean
}

/**
 * Whether a picture is a copy that a chat program recompressed: its name says so, it is small, and it no longer says which camera
 * took it. One sent “as a file” keeps its size and its camera.
 */
export function isRecompressed(photo: SentPhoto): boolean {
  const isSmall = Math.max(photo.width, photo.height) <= longestSent
  return isSmall && photo.camera === '' && photo.takenAt === null && (photo.fromChat || isSentByChat(photo.name))
}
