<#-- What `mvn license:aggregate-add-third-party` makes NOTICE of: docs/develop/releasing.md. -->
Tillstream
Copyright 2026 The Tillstream maintainers

Licensed under the Apache License, Version 2.0; see LICENSE.

The programs contain these libraries of others, each under its own licence. Versions stand in the bill of
materials of each service, at /actuator/sbom/application. Of several licences, any may be chosen.

<#assign seen = []/>
<#list dependencyMap as e>
<#assign name = e.getKey().groupId + ":" + e.getKey().artifactId/>
<#if !name?starts_with("io.tillstream:") && !seen?seq_contains(name)>
<#assign seen = seen + [name]/>
- ${name}: <#list e.getValue() as license>${license}<#sep>; or </#sep></#list>
</#if>
</#list>
