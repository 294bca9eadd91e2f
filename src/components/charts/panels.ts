export interface PanelLayout {
  width: number;
  /** The least width of a panel; as many as fit stand beside each other. */
  panelWidth: number;
  panelHeight: number;
  /** Room between rows of panels, for the axis under each. */
  gap: number;
  columnGap: number;
  marginTop: number;
  marginLeft: number;
  marginRight: number;
  marginBottom: number;
}

/** Small multiples that wrap by width: facet places for each panel, and what Plot needs to draw them. */
export function panels(ids: string[], layout: PanelLayout) {
  const {width, panelWidth, panelHeight, gap, columnGap, marginTop, marginLeft, marginRight, marginBottom} = layout;
  const room = width - marginLeft - marginRight;
  const fits = Math.max(1, Math.floor((room + columnGap) / (panelWidth + columnGap)));
  const lines = Math.ceil(ids.length / fits);
  // Four panels stand 2 and 2 rather than 3 and 1.
  const columns = Math.ceil(ids.length / lines);
  const column = (room - (columns - 1) * columnGap) / columns;
  const places = new Map(ids.map((id, i) => [id, {fx: i % columns, fy: Math.floor(i / columns)}]));
  return {
    place: (id: string) => places.get(id),
    plot: {
      marginTop,
      marginLeft,
      marginRight,
      marginBottom,
      height: marginTop + lines * (panelHeight + gap) - gap + marginBottom,
      // Padding of a band scale is a share of its step.
      fx: {axis: null, round: false, paddingOuter: 0, paddingInner: columns > 1 ? columnGap / (column + columnGap) : 0},
      fy: {axis: null, round: false, paddingOuter: 0, paddingInner: lines > 1 ? gap / (panelHeight + gap) : 0}
    }
  };
}
