FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ENDWATCH_HOME=/home/node/endwatch
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /home/node/endwatch && chown node:node /home/node/endwatch
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: it does not pass SIGTERM on.
CMD ["node", "--disable-warning=TimeoutNegativeWarning", "backend/dist/main.js"]
