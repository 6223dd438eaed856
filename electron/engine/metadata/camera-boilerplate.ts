/** What cameras write as a description by themselves: nobody's caption. */
export const cameraBoilerplate =
  /^\s*(?:OLYMPUS DIGITAL CAMERA|(?:KONICA )?MINOLTA DIGITAL CAMERA|KONICA MINOLTA|SONY DSC|SAMSUNG(?: DIGITAL CAMERA| CAMERA PICTURES)?|DIGITAL CAMERA|DCIM\\.*|DSC_?\d+|DCF1\.0|Exif_JPEG(?:_\w+)?|JPEG|default|dav|cof|hdr|sdr|rhdr|rptr|edf|binary comment|untitled|created with .*|<[A-Z\s]+>)\s*$/i
