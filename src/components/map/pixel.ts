/**
 * Tells a scaled drawing how long a pixel of the screen is in its own units: the style
 * sheet's strokes are so many pixels wide.
 */
export function withPixel<Drawing extends SVGElement>(drawing: Drawing, pixel: number): Drawing {
  // Set through the object model: the site's rules for browsers refuse style attributes.
  drawing.style.setProperty("--pixel", `${pixel}px`);
  return drawing;
}
