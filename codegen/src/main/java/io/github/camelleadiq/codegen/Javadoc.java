/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.Doc;
import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.OtherName;
import java.util.ArrayList;
import java.util.List;

/** Javadoc from the descriptions of the schema; each comment says where its element exists. */
final class Javadoc {
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    static Javadoc ofType(String graphqlName, Doc doc) {
        String description = doc.description() == null
                ? "{@code %s} of the LeadIQ schema.".formatted(graphqlName)
                : escape(doc.description());
        return new Javadoc().paragraph(description).paragraph(sentence(doc.presence()));
    }

    static Javadoc of(String text) {
        return new Javadoc().paragraph(text);
    }

    Javadoc paragraph(String text) {
        paragraphs.add(text);
        return this;
    }

    Javadoc tag(String text) {
        tags.add(text);
        return this;
    }

    /** What is to be said of one member, in one line of sentences. */
    static String text(Member member) {
        Presence presence = member.doc().presence();
        StringBuilder text = new StringBuilder(description(member.doc()));
        for (OtherName other : member.otherNames()) {
            presence = presence.or(other.presence());
        }
        text.append(sentence(presence));
        for (OtherName other : member.otherNames()) {
            text.append(" Also read from {@code %s} (%s)."
                    .formatted(other.name(), other.presence().words()));
        }
        return text + deprecation(member.doc());
    }

    static String text(Doc doc) {
        return description(doc) + sentence(doc.presence()) + deprecation(doc);
    }

    private static String description(Doc doc) {
        return doc.description() == null ? "" : escape(doc.description()) + " ";
    }

    private static String deprecation(Doc doc) {
        if (doc.deprecation() == null) {
            return "";
        }
        return " Deprecated by LeadIQ" + (doc.deprecation().isEmpty() ? "." : ": " + escape(doc.deprecation()) + ".");
    }

    private static String sentence(Presence presence) {
        String words = presence.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    String render() {
        if (tags.isEmpty() && paragraphs.size() == 1 && paragraphs.get(0).length() < SourceFile.WIDTH - 8) {
            return "/** " + paragraphs.get(0) + " */\n";
        }
        StringBuilder comment = new StringBuilder("/**\n");
        for (int i = 0; i < paragraphs.size(); i++) {
            comment.append(i == 0 ? "" : " *\n").append(wrap((i == 0 ? "" : "<p>") + paragraphs.get(i), " * "));
        }
        comment.append(tags.isEmpty() ? "" : " *\n");
        tags.forEach(tag -> comment.append(wrap(tag, " *     ").replaceFirst(" {5}", " ")));
        return comment.append(" */\n").toString();
    }

    private static String wrap(String text, String prefix) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(prefix);
        for (String word : text.split("\\s+")) {
            if (line.length() > prefix.length() && line.length() + word.length() > SourceFile.WIDTH) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(prefix);
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
