.to("leadiq:usage?proxyHost=proxy.example.com&proxyPort=3128&proxyUser=camel&proxyPassword=RAW(not a password)")
