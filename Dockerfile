# Tutor's server. What it needs besides .NET is what scripts/packages.sh installs on Debian; .NET 10 images are Ubuntu 24.04.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Server -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
    && apt-get install --yes --no-install-recommends poppler-utils poppler-data mupdf-tools bubblewrap wordnet-base \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o app -g app -m 700 /var/lib/tutor
COPY --from=build /app /app
ENV TUTOR_HOME=/var/lib/tutor \
    TUTOR_BIND=0.0.0.0 \
    TUTOR_PORT=8080
VOLUME /var/lib/tutor
EXPOSE 8080
USER app
WORKDIR /app
# The image has no curl; bash asks. A worker without the web role has no port and switches this off.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$TUTOR_PORT && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "Tutor.Server.dll"]
