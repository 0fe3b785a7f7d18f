import * as z from 'zod';

/** A query parameter: empty is as good as not given, as a form that is left open sends it. */
export const unlessEmpty = <Item extends z.ZodType>(
  item: Item,
): z.ZodPreprocess<z.ZodOptional<Item>> =>
  z.preprocess((given) => (given === '' ? undefined : given), item.optional());
