# The front end's packages. The lock file decides, and no package may run a
# script of its own.
FROM node:22-bookworm-slim AS packages
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

# The front end and the binary that carries it. Node runs the build, and the
# bundler is a Go tool.
FROM golang:1.26-bookworm AS build
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
WORKDIR /src
COPY go.mod go.sum tools.mod tools.sum ./
RUN go mod download && go mod download -modfile=tools.mod
COPY . .
COPY --from=packages /src/web/node_modules web/node_modules
RUN cd web && node build.mjs
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /dugnad ./cmd/dugnad

# Alpine for the certificates, the time zones and a wget that asks whether the
# node is well.
FROM alpine:3.22
RUN apk add --no-cache ca-certificates tzdata \
 && adduser -D -H -u 10001 dugnad \
 && install -d -o dugnad -m 0700 /data
COPY --from=build /dugnad /usr/local/bin/dugnad
USER dugnad
ENV DATA_DIR=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dugnad"]
CMD ["serve"]
