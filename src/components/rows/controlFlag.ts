/** A share with the limits within which chance alone would keep it. */
export interface Controlled {
  percent: number | null;
  control_low_95: number | null;
  control_high_95: number | null;
  control_low_998: number | null;
  control_high_998: number | null;
}

/**
 * Whether a share lies within its control limits, outside the 95 % ones only, or outside the
 * 99.8 % ones too; null where it has none.
 */
export function controlFlag(row: Controlled): "inside" | "outside95" | "outside998" | null {
  const {percent, control_low_95, control_high_95, control_low_998, control_high_998} = row;
  if (
    percent === null ||
    control_low_95 === null ||
    control_high_95 === null ||
    control_low_998 === null ||
    control_high_998 === null
  )
    return null;
  if (percent < control_low_998 || percent > control_high_998) return "outside998";
  return percent < control_low_95 || percent > control_high_95 ? "outside95" : "inside";
}
