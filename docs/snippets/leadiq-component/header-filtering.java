.to("leadiq:usage?httpHeader.X-Correlation-Id=nightly")
