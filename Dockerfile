# One image for the web processes (what it starts by itself), the worker and the commands:
#   docker run IMAGE                              docker run IMAGE node build/worker.js
#   docker run IMAGE node build/migrate.js        docker run IMAGE node build/reindex.js
# Its variables are those of .env.example; none of them is kept in the image.
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /shop
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM ${NODE_IMAGE} AS libraries
WORKDIR /shop
COPY package.json package-lock.json .npmrc ./
# The search engine is a server of its own: its binary is for trying the shop out.
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@gaubee

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIRECTORY=/data
WORKDIR /shop
RUN mkdir /data && chown node:node /data
COPY --from=libraries /shop/node_modules node_modules
COPY --from=build /shop/build build
COPY drizzle drizzle
COPY package.json ./
USER node
# Pictures; one place for all web processes.
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-old-space-size=256", "build/server.js"]
