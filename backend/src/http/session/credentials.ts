import * as z from 'zod';

export const credentialsSchema = z.object({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

export const DEMO_ROLES = ['nurse', 'neurologist', 'quality', 'admin'] as const;
export const demoSchema = z.object({ role: z.enum(DEMO_ROLES) });
