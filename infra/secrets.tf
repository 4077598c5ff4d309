# The value is write-only: it goes from an ephemeral variable to the parameter store, and neither
# into the state nor into a plan. Terraform therefore never sees whether it changed; it writes it
# when the parameter is made and when slack_signing_secret_version changes.
resource "aws_ssm_parameter" "slack_signing_secret" {
  #checkov:skip=CKV_AWS_337:A key of one's own is a choice (kms_key_arn, a dollar a month); the key that AWS manages for parameters encrypts as well.
  count = var.slack_secret_source == "ssm" ? 1 : 0

  name        = "/${var.name}/slack-signing-secret"
  description = "Slack's signing secret, read by the function ${var.name}."
  type        = "SecureString"
  key_id      = var.kms_key_arn

  # Without a secret, something that nobody knows: the Slack route then refuses every request, until
  # the secret is passed or put there by other means.
  value_wo         = coalesce(var.slack_signing_secret, uuid())
  value_wo_version = var.slack_signing_secret_version
}
