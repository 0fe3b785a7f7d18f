import * as z from 'zod';

export const FIGURE_FORMATS = ['csv', 'svg', 'png'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** As the saved file is named, without ending: a chart of a page, never of whom it is. */
const FIGURE =
  /^(flow|stay|trajectories|incidence|early-late|subgroups|what-if-trade|response-load|report-beside|(forecast|judged|response|drift|report-\d{4}-\d{2})-\d{1,2})$/;

/** Body of `POST /api/review/exports/figures`; the filter stands in the query. */
export const savedFigureSchema = z.object({
  figure: z.string().regex(FIGURE),
  format: z.enum(FIGURE_FORMATS),
});
export type SavedFigure = z.output<typeof savedFigureSchema>;
