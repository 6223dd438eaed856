import { consistentPrivacy, type Privacy } from '#contract'

/** How a picture was taken, which stays true of a rendition (EXIF 2.32, 4.6). Who owns the camera and where it was is not among it. */
const capture = [
  'IFD0:Make',
  'IFD0:Model',
  ...[
    'ExposureTime',
    'FNumber',
    'ExposureProgram',
    'ISO',
    'SensitivityType',
    'StandardOutputSensitivity',
    'RecommendedExposureIndex',
    'ISOSpeed',
    'CreateDate',
    'OffsetTimeDigitized',
    'SubSecTimeDigitized',
    'ShutterSpeedValue',
    'ApertureValue',
    'BrightnessValue',
    'ExposureCompensation',
    'MaxApertureValue',
    'SubjectDistance',
    'MeteringMode',
    'LightSource',
    'Flash',
    'FlashEnergy',
    'FocalLength',
    'FocalLengthIn35mmFormat',
    'ExposureIndex',
    'SensingMethod',
    'FileSource',
    'SceneType',
    'CFAPattern',
    'CustomRendered',
    'ExposureMode',
    'WhiteBalance',
    'DigitalZoomRatio',
    'SceneCaptureType',
    'GainControl',
    'Contrast',
    'Saturation',
    'Sharpness',
    'SubjectDistanceRange',
    'LensInfo',
    'LensMake',
    'LensModel',
  ].map((tag) => `ExifIFD:${tag}`),
]

const privateTags: Readonly<Record<keyof Privacy, readonly string[]>> = {
  gps: ['GPS:all'],
  serialNumbers: ['ExifIFD:SerialNumber', 'ExifIFD:LensSerialNumber', 'IFD0:CameraSerialNumber'],
  ownerNames: ['ExifIFD:OwnerName'],
  makerNotes: ['ExifIFD:MakerNotes'],
}

/** Tags that a rendition takes from its original; none that privacy removes. */
export function captureTags(privacy: Privacy): string[] {
  const choices = consistentPrivacy(privacy)
  const kept = Object.entries(privateTags).flatMap(([matter, tags]) =>
    // The keys are Privacy's, which Object.entries cannot express.
    choices[matter as keyof Privacy] === 'keep' ? tags : [],
  )
  return [...capture, ...kept]
}
