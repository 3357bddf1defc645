# words
[when]a customer=Customer()
[keyword]bring=import
