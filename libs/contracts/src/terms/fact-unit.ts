/** Unit of a finding that is there (1) or not (0); a ratio has `{ratio}`. */
export const FACT_UNIT = '1';
